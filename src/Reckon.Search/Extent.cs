namespace Reckon.Search;

/// <summary>How far one continuation of a prefix goes.</summary>
public enum Extent
{
    /// <summary>Up to the next step delimiter, or to the end of the answer if that comes first.</summary>
    Step,

    /// <summary>Step after step, to the end of the answer.</summary>
    Answer,
}
