using System.Collections.Immutable;

namespace Reckon.Search;

/// <summary>A piece of reasoning, up to and without its delimiter.</summary>
/// <param name="Text">What the proposer wrote, without the delimiter, the end mark, or a stop text and what comes after it.</param>
/// <param name="Tokens">The proposer's token ids, the delimiter or end mark included, so that a prefix can be rebuilt exactly.</param>
/// <param name="LogProbability">
/// Sum of the natural log-probabilities of <paramref name="Tokens"/>, each in the distribution that it was drawn from: after
/// penalties, temperature and cuts. At most 0.
/// </param>
public sealed record Step(string Text, ImmutableArray<int> Tokens, double LogProbability)
{
    /// <summary>The terms of <see cref="LogProbability"/>, one per token, in single precision; empty where they were not kept.</summary>
    public ImmutableArray<float> TokenLogProbabilities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The same step without <see cref="TokenLogProbabilities"/>: nothing that is drawn or judged later needs them, and they make
    /// messages large.
    /// </summary>
    public Step WithoutTokenLogProbabilities() => TokenLogProbabilities.IsEmpty ? this : this with { TokenLogProbabilities = [] };

    /// <inheritdoc/>
    public bool Equals(Step? other) =>
        other is not null && Text == other.Text && LogProbability.Equals(other.LogProbability)
        && Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan())
        && TokenLogProbabilities.AsSpan().SequenceEqual(other.TokenLogProbabilities.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Tokens.Length, LogProbability);
}
