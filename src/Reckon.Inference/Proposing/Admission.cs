namespace Reckon.Inference.Proposing;

/// <summary>What to do before the next decode step.</summary>
internal enum Admission
{
    /// <summary>Nothing more.</summary>
    None,

    /// <summary>Resume a parked row.</summary>
    Resume,

    /// <summary>Take the request whose turn it is, and prefill its prompt.</summary>
    Open,

    /// <summary>Prefill the next piece of the prompt that was taken before.</summary>
    Prefill,
}
