using System.Collections.Immutable;

namespace Reckon.Evaluation.Outcomes;

/// <summary>What became of one chain of revisions: its answers in the order in which they were drawn.</summary>
/// <param name="Right">For each whether it equals the reference; one that was cut off does not.</param>
/// <param name="Revises">For each the place, in this chain, of the answer that it revises; −1 for one that begins afresh.</param>
public sealed record ChainOutcome(ImmutableArray<bool> Right, ImmutableArray<int> Revises)
{
    /// <summary>The chains of a trial, by number.</summary>
    /// <param name="answers">Their answers, in the order in which they were drawn.</param>
    /// <param name="isRight">For each solution whether it equals the reference.</param>
    internal static ImmutableArray<ChainOutcome> Of(ImmutableArray<ChainAnswer> answers, Func<int, bool> isRight) =>
    [
        .. answers.Index()
            .GroupBy(answer => answer.Item.Chain)
            .OrderBy(chain => chain.Key)
            .Select(chain => Of([.. chain], isRight)),
    ];

    /// <inheritdoc/>
    public bool Equals(ChainOutcome? other) =>
        other is not null && Right.AsSpan().SequenceEqual(other.Right.AsSpan()) && Revises.AsSpan().SequenceEqual(other.Revises.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Right.Length;

    private static ChainOutcome Of(ImmutableArray<(int Index, ChainAnswer Answer)> chain, Func<int, bool> isRight)
    {
        var places = chain.Index().ToDictionary(answer => answer.Item.Index, answer => answer.Index);
        return new ChainOutcome(
            [.. chain.Select(answer => answer.Answer.Solution >= 0 && isRight(answer.Answer.Solution))],
            [.. chain.Select(answer => places.GetValueOrDefault(answer.Answer.Revises, -1))]);
    }
}
