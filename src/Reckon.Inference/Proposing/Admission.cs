namespace Reckon.Inference;

/// <summary>What to put into a free row.</summary>
internal enum Admission
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A child of a prefix that is kept.</summary>
    Fork,

    /// <summary>The request whose turn it is.</summary>
    Open,
}
