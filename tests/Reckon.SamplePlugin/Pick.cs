namespace Reckon.SamplePlugin;

/// <summary>Which prefixes are continued where there are too many.</summary>
public enum Pick
{
    /// <summary>Those with the highest scores.</summary>
    Best,

    /// <summary>Any, each with the same chance.</summary>
    Random,
}
