namespace Reckon.Search.Controls;

/// <summary>A control: what scores come from instead of a verifier alone. Immutable.</summary>
public sealed record VerifierControl
{
    /// <summary>A control of <paramref name="kind"/>.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="share">The share of scores that is flipped, in [0, 1]; null for every other kind.</param>
    /// <exception cref="ArgumentException">The share is out of its range, missing, or not asked for.</exception>
    public VerifierControl(ControlKind kind, double? share = null)
    {
        if (kind == ControlKind.Flip ? share is not (>= 0 and <= 1) : share is not null)
        {
            throw new ArgumentException($"A control {kind} cannot have the share {share}.", nameof(share));
        }

        (Kind, Share) = (kind, share);
    }

    /// <summary>What it does.</summary>
    public ControlKind Kind { get; }

    /// <summary>The share of scores that is flipped, in [0, 1]; null for every other kind.</summary>
    public double? Share { get; }

    /// <summary>Whether it needs a verifier's scores; else no verifier is asked, and judging costs nothing.</summary>
    public bool NeedsVerifier => Kind == ControlKind.Flip;
}
