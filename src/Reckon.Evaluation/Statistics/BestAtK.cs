using System.Collections.Immutable;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Statistics;

/// <summary>The chance that the highest-scored of k answers, drawn from a pool without replacement, is correct, in closed form.</summary>
/// <remarks>
/// <para>
/// Order the answered candidates by descending score, equal scores by drawing: ranks r = 0, 1, … The one
/// at rank r is the first among k of n exactly when it is drawn and those before it are not, so the other k − 1 come from the
/// n − 1 − r that are left (those without an answer too): C(n−1−r, k−1) of C(n, k) subsets. Hence
/// best@k = Σ correct(r) · C(n−1−r, k−1) / C(n, k). With the scores taken for 1 where correct and 0 else, the sum is pass@k.
/// </para>
/// <para>
/// Of answers with one highest score, the one that was given first is chosen, and a solution with a lower score may have given it. So the
/// first by rank and the chosen one may differ, in correctness too: <see cref="Rank"/> knows where they cannot. Where ties count by
/// their mean, they differ as soon as a right and a wrong answer have one score.
/// </para>
/// </remarks>
public static class BestAtK
{
    private const double Negligible = 1.0 / (1L << 60);

    /// <summary>Whether each answered candidate is correct, by descending score, or null where the closed form does not hold.</summary>
    /// <remarks>
    /// It may fail where a right and a wrong candidate have the very same score and an answer of that score was also given, before the last
    /// of them, by a candidate with a lower score; and wherever a right and a wrong candidate have the same score, if ties count by their
    /// mean. Takes n log n steps.
    /// </remarks>
    public static ImmutableArray<bool>? Rank(ImmutableArray<PooledCandidate> candidates, TieRule ties = TieRule.First)
    {
        var ranked = Enumerable.Range(0, candidates.Length)
            .Where(index => candidates[index].HasAnswer)
            .OrderByDescending(index => candidates[index].Score) // Stable: among equal scores the first drawn comes first.
            .ToArray();
        var firstLower = new Dictionary<int, int>(); // By group, the earliest candidate among those with lower scores.
        for (int end = ranked.Length, start; end > 0; end = start)
        {
            start = StartOfTie(candidates, ranked, end);
            var tied = ranked.AsSpan(start, end - start);
            if (IsOpen(candidates, tied, ties, firstLower))
            {
                return null;
            }

            foreach (var index in tied)
            {
                var group = candidates[index].Group;
                firstLower[group] = Math.Min(index, firstLower.GetValueOrDefault(group, int.MaxValue));
            }
        }

        return [.. ranked.Select(index => candidates[index].IsCorrect)];
    }

    /// <summary>best@k. Takes at most one step per answered candidate, and about 40 n / k.</summary>
    /// <param name="ranked">Whether each answered candidate is correct, by descending score.</param>
    /// <param name="samples">n, with those that have no answer.</param>
    /// <param name="k">From 1 to n.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double Estimate(ImmutableArray<bool> ranked, int samples, int k)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ranked.Length, samples, nameof(ranked));
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, samples);
        var correct = 0.0;
        var isFirst = (double)k / samples; // The chance that the one at this rank is the first of those drawn.
        for (var rank = 0; rank < ranked.Length; rank++)
        {
            correct += ranked[rank] ? isFirst : 0;
            isFirst *= (double)(samples - k - rank) / (samples - 1 - rank);
            if (isFirst * samples < Negligible * k) // The chance that none up to this rank is drawn is at most isFirst · n / k.
            {
                break;
            }
        }

        return Math.Min(correct, 1);
    }

    private static int StartOfTie(ImmutableArray<PooledCandidate> candidates, int[] ranked, int end)
    {
        var start = end - 1;
        while (start > 0 && candidates[ranked[start - 1]].Score == candidates[ranked[end - 1]].Score)
        {
            start--;
        }

        return start;
    }

    private static bool IsOpen(
        ImmutableArray<PooledCandidate> candidates, ReadOnlySpan<int> tied, TieRule ties, Dictionary<int, int> firstLower)
    {
        var (isAnyRight, isAnyWrong, isAnyGivenBefore) = (false, false, ties == TieRule.Mean);
        foreach (var index in tied)
        {
            isAnyRight |= candidates[index].IsCorrect;
            isAnyWrong |= !candidates[index].IsCorrect;
            isAnyGivenBefore |= firstLower.TryGetValue(candidates[index].Group, out var first) && first < tied[^1];
        }

        return isAnyRight && isAnyWrong && isAnyGivenBefore;
    }
}
