using System.Collections.Immutable;
using Reckon.Search.Costs;

namespace Reckon.Search.Judging;

/// <summary>What one verifier says of one proposal. Another verifier says something else of the same proposal.</summary>
/// <param name="Scores">One for each step, in order, each in [0, 1].</param>
/// <param name="Tokens">Tokens that the verifier read for each step, as it counts them; as many as <paramref name="Scores"/>.</param>
public sealed record Verdict(ImmutableArray<double> Scores, ImmutableArray<int> Tokens)
{
    /// <summary>What it cost to judge, without the prompt.</summary>
    public TokenCost Cost => new(0, 0, Tokens.Sum(count => (long)count));

    /// <summary>What it says of the first <paramref name="count"/> steps; all, where there are no more.</summary>
    public Verdict OfFirst(int count) => count >= Scores.Length ? this : new Verdict([.. Scores[..count]], [.. Tokens[..count]]);

    /// <inheritdoc/>
    public bool Equals(Verdict? other) =>
        other is not null && Scores.AsSpan().SequenceEqual(other.Scores.AsSpan()) && Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scores.Length, Scores.IsEmpty ? 0 : Scores[^1]);
}
