namespace Reckon.Inference.Proposing;

/// <summary>What to do before the next decode step.</summary>
internal enum Admission
{
    /// <summary>Nothing more.</summary>
    None,

    /// <summary>Go on with a row that waits.</summary>
    Resume,

    /// <summary>Begin the request whose turn it is.</summary>
    Open,

    /// <summary>Read the next piece of the prompt that has been begun.</summary>
    Read,
}
