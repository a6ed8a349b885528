using System.Collections.Immutable;

namespace Reckon.Search;

/// <summary>A piece of reasoning, up to and without its delimiter.</summary>
/// <param name="Text">What the proposer wrote, the delimiter or end mark left off.</param>
/// <param name="Tokens">The proposer's token ids, the delimiter or end mark included, so that a prefix can be rebuilt exactly.</param>
/// <param name="LogProbability">Sum of the natural log-probabilities of <paramref name="Tokens"/> at the sampling temperature; at most 0.</param>
public sealed record Step(string Text, ImmutableArray<int> Tokens, double LogProbability)
{
    /// <inheritdoc/>
    public bool Equals(Step? other) =>
        other is not null && Text == other.Text && LogProbability.Equals(other.LogProbability)
        && Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Tokens.Length, LogProbability);
}
