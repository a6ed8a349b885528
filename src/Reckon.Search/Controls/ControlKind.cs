namespace Reckon.Search.Controls;

/// <summary>What stands in for a verifier, or in its way, to show how much of a result is the verifier's doing.</summary>
public enum ControlKind
{
    /// <summary>Scores are random, uniform in [0, 1): weighted selection should then do what majority does.</summary>
    Random,

    /// <summary>A share of the verifier's scores p, picked at random, becomes 1 − p: a verifier that is wrong that often.</summary>
    Flip,

    /// <summary>Scores come from the reference: best-of-N then does what pass@N promises, the most that any verifier can do.</summary>
    Oracle,
}
