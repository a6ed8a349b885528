using System.Collections.Immutable;

namespace Reckon.Search;

/// <summary>One continuation of a prefix, judged.</summary>
/// <param name="Index">Its place among the children of its prefix, from 0; names it for ever.</param>
/// <param name="Steps">One step for <see cref="Extent.Step"/>, one or more for <see cref="Extent.Answer"/>; never empty.</param>
/// <param name="Scores">The verifier's score of each step, in [0, 1]; as many as <paramref name="Steps"/>. Zero for a truncated step.</param>
/// <param name="Ending">Why it stopped.</param>
public sealed record Child(int Index, ImmutableArray<Step> Steps, ImmutableArray<double> Scores, Ending Ending)
{
    /// <summary>Tokens that the proposer generated for this child.</summary>
    public int GeneratedTokens => Steps.Sum(step => step.Tokens.Length);

    /// <inheritdoc/>
    public bool Equals(Child? other) =>
        other is not null && Index == other.Index && Ending == other.Ending
        && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan())
        && Scores.AsSpan().SequenceEqual(other.Scores.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, Steps.Length, Ending);
}
