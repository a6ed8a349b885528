using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Studies;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Policies;

/// <summary>
/// What choosing a method for each bin is worth, by two-fold cross-validation inside bins: a bin's method is chosen on one half of its
/// problems
/// and counted on the other, and the other way round (Snell et al. 2024, section 3.2). The mean over several halvings.
/// </summary>
/// <param name="candidates">Runs to choose from, on the same trials; of equally good ones the earlier is taken.</param>
/// <param name="halvings">How many halvings, at least 1.</param>
/// <param name="seed">From which halvings and random bins follow.</param>
public sealed class CrossValidation(ImmutableArray<StudyRun> candidates, int halvings, long seed)
{
    private readonly int _seeds = candidates[0].Seeds;
    private readonly int _trials = candidates[0].Credits.Length;

    /// <summary>Chooses for the bins of <paramref name="binning"/>. Random ones are drawn anew for each halving.</summary>
    public CrossValidated Run(Binning binning)
    {
        var (policy, single, halving) = (new double[_trials], new double[_trials], new Halving(seed));
        var costs = new TrialCost[_trials];
        for (var number = 0; number < halvings; number++)
        {
            var bins = binning.Kind == DifficultyKind.Random ? RandomBins(binning.Bins, number) : binning.BinOf;
            var isFirst = halving.Of(number, [.. Enumerable.Range(0, _trials / _seeds).Select(problem => bins[problem * _seeds])]);
            foreach (var half in new[] { true, false })
            {
                Count(bins, binning.Bins, trial => isFirst[trial / _seeds] == half, policy, single, costs);
            }
        }

        return new CrossValidated(
            [.. policy.Select(credit => credit / halvings)],
            [.. single.Select(credit => credit / halvings)],
            [.. costs.Select(cost => cost * (1.0 / halvings))],
            Picks(binning.BinOf, binning.Bins, _ => true));
    }

    // Chooses on the trials outside, counts on those inside.
    private void Count(
        ImmutableArray<int> bins, int count, Func<int, bool> isInside, double[] policy, double[] single, TrialCost[] costs)
    {
        var picks = Picks(bins, count, trial => !isInside(trial));
        var best = Best(trial => !isInside(trial));
        for (var trial = 0; trial < _trials; trial++)
        {
            if (isInside(trial))
            {
                var pick = candidates[picks[bins[trial]]];
                policy[trial] += pick.Credits[trial];
                costs[trial] += pick.Costs[trial];
                single[trial] += candidates[best].Credits[trial];
            }
        }
    }

    // For each bin the candidate that is right most often; where a bin has no trial, the one that is best in all.
    private ImmutableArray<int> Picks(ImmutableArray<int> bins, int count, Func<int, bool> isCounted)
    {
        var sums = new double[count, candidates.Length];
        var trials = new int[count];
        for (var trial = 0; trial < _trials; trial++)
        {
            if (isCounted(trial))
            {
                trials[bins[trial]]++;
                for (var candidate = 0; candidate < candidates.Length; candidate++)
                {
                    sums[bins[trial], candidate] += candidates[candidate].Credits[trial];
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, count).Select(bin => trials[bin] == 0
                ? Best(isCounted)
                : Enumerable.Range(0, candidates.Length).MaxBy(candidate => (sums[bin, candidate], -candidate))),
        ];
    }

    private int Best(Func<int, bool> isCounted) => Enumerable.Range(0, candidates.Length).MaxBy(candidate =>
        (Enumerable.Range(0, _trials).Where(isCounted).Sum(trial => candidates[candidate].Credits[trial]), -candidate));

    // All trials of a problem are in one bin, as with an oracle.
    private ImmutableArray<int> RandomBins(int count, int number)
    {
        var key = RandomKey.Root(seed, "random-bins").Child(number);
        return [.. Enumerable.Range(0, _trials).Select(trial => (int)(key.Uniform(trial / _seeds) * count))];
    }
}
