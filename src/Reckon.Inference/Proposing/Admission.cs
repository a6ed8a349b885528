namespace Reckon.Inference;

/// <summary>What to do before the next decode step.</summary>
internal enum Admission
{
    /// <summary>Nothing more.</summary>
    None,

    /// <summary>Start a child of a prefix that is kept.</summary>
    Fork,

    /// <summary>Begin the request whose turn it is.</summary>
    Open,

    /// <summary>Read the next piece of the prompt that has been begun.</summary>
    Read,
}
