using System.Collections.Immutable;
using Reckon.Search.Costs;

namespace Reckon.Search.Drawing;

/// <summary>One continuation of a prefix, as it was drawn: a fact that no verdict changes.</summary>
/// <param name="Steps">One step for <see cref="Extent.Step"/>, one or more for <see cref="Extent.Answer"/>; never empty.</param>
/// <param name="Ending">Why it stopped.</param>
public sealed record Proposal(ImmutableArray<Step> Steps, Ending Ending)
{
    /// <summary>What it cost to draw, without the prompt: its tokens, as the proposer counts them.</summary>
    public TokenCost Cost => new(0, Steps.Sum(step => (long)step.Tokens.Length), 0);

    /// <summary>The same, without the log-probabilities of single tokens: see <see cref="Step.WithoutTokenLogProbabilities"/>.</summary>
    public Proposal WithoutTokenLogProbabilities() => this with { Steps = [.. Steps.Select(step => step.WithoutTokenLogProbabilities())] };

    /// <summary>Its first <paramref name="count"/> steps, as they would have been drawn step by step; all, where it has no more.</summary>
    public Proposal First(int count) => count >= Steps.Length ? this : new Proposal([.. Steps[..count]], Ending.Open);

    /// <summary>What comes after its first <paramref name="count"/> steps; it has more.</summary>
    public Proposal After(int count) => new([.. Steps[count..]], Ending);

    /// <inheritdoc/>
    public bool Equals(Proposal? other) =>
        other is not null && Ending == other.Ending && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Steps.Length, Steps[0], Ending);
}
