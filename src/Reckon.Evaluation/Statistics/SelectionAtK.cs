using System.Collections.Immutable;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// The chance that a rule of selection chooses a correct answer among k that are drawn from a pool of n without replacement: the mean
/// over subsets, each in the order of drawing. For pools of one size; for one thread.
/// </summary>
/// <remarks>
/// <para>
/// Exact where all answers are right or all are wrong; for best where <see cref="BestAtK.Rank"/> has the closed form; and where
/// all subsets are walked, which is where that takes no more steps than the permutations would, k · C(n, k) at most 1,000 n: for all k
/// up to n = 13, for k = 2 and k = n − 1 up to n = 1,001, for k = 1 and k = n always. <see cref="Selection"/> chooses the same there.
/// </para>
/// <para>
/// Elsewhere the mean is over the first k of each of 1,000 random permutations: unbiased, with a standard error of
/// sqrt(p (1 − p) / 1,000), at most 0.016 for a pool. Candidates of a pool are exchangeable, so the errors of different pools are
/// uncorrelated though they see the same permutations: over 600 pools at most 0.00065 is left.
/// </para>
/// <para>Time is 1,000 n per pool and rule, and at most that for each k whose subsets are all walked; memory 2,000 n bytes in all.</para>
/// </remarks>
public sealed class SelectionAtK
{
    private readonly int _size;
    private readonly TieRule _ties;
    private readonly ImmutableArray<bool> _isWalkedWhole; // By k − 1.
    private readonly Lazy<Permutations> _permutations;

    /// <summary>
    /// Prepares for pools of <paramref name="size"/> candidates, from 1 to <see cref="Permutations.MostItems"/>, whose tied answers count
    /// as <paramref name="ties"/> says.
    /// </summary>
    public SelectionAtK(int size, TieRule ties = TieRule.First)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Permutations.MostItems);
        (_size, _ties) = (size, ties);
        var most = (long)Permutations.Count * size;
        _isWalkedWhole = [.. Enumerable.Range(1, size).Select(k => k * Subsets.CountUpTo(most, size, k) <= most)];
        _permutations = new Lazy<Permutations>(() => new Permutations(size), LazyThreadSafetyMode.None);
    }

    /// <summary>The chance for each k from 1 to n, each in [0, 1].</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="candidates">n candidates, in the order of drawing.</param>
    /// <exception cref="ArgumentException">There are not n.</exception>
    public double[] Curve(SelectionRule rule, ImmutableArray<PooledCandidate> candidates)
    {
        if (candidates.Length != _size)
        {
            throw new ArgumentException($"There must be {_size} candidates, not {candidates.Length}.", nameof(candidates));
        }

        var correct = candidates.Count(candidate => candidate.IsCorrect);
        if (correct == 0 || correct == candidates.Count(candidate => candidate.HasAnswer))
        {
            return Of(k => PassAtK.Estimate(_size, correct, k));
        }

        return rule == SelectionRule.Best && BestAtK.Rank(candidates, _ties) is { } ranked
            ? Of(k => BestAtK.Estimate(ranked, _size, k))
            : Mean(new SelectionTally(rule, candidates, _ties));
    }

    private double[] Of(Func<int, double> chance) => [.. Enumerable.Range(1, _size).Select(chance)];

    private double[] Mean(SelectionTally tally)
    {
        var resampled = _isWalkedWhole.Contains(false) ? OverPermutations(tally) : [];
        return Of(k => _isWalkedWhole[k - 1] ? OverSubsets(tally, k) : resampled[k - 1]);
    }

    private double OverSubsets(SelectionTally tally, int k)
    {
        var (subsets, correct) = (0, 0.0);
        var members = Subsets.First(k);
        do
        {
            tally.Clear();
            foreach (var member in members)
            {
                tally.Add(member);
            }

            subsets++;
            correct += tally.Credit;
        }
        while (Subsets.Next(members, _size));
        return correct / subsets;
    }

    private double[] OverPermutations(SelectionTally tally)
    {
        var correct = new double[_size];
        for (var i = 0; i < Permutations.Count; i++)
        {
            tally.Clear();
            var order = _permutations.Value[i];
            for (var place = 0; place < order.Length; place++)
            {
                tally.Add(order[place]);
                correct[place] += tally.Credit;
            }
        }

        return [.. correct.Select(count => count / Permutations.Count)];
    }
}
