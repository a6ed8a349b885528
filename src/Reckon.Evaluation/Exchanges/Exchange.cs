using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.Exchanges;

/// <summary>Which to buy at equal compute: a small model that thinks longer, or a larger one.</summary>
/// <param name="curve">The small model's runs of one method by ascending n.</param>
/// <param name="large">For each problem what the larger model's greedy answer got.</param>
/// <param name="times">How many times as large it is.</param>
/// <param name="binning">Bins of the trials; null for none.</param>
public sealed class Exchange(ImmutableArray<StudyRun> curve, ImmutableArray<double> large, double times, Binning? binning)
{
    /// <summary>For each R a point by each formula, and, where a greedy run is known, by what inference cost as it was measured.</summary>
    /// <param name="ratios">Values of R for the formula without a verifier; the other takes half of each, as the paper does.</param>
    /// <param name="greedy">
    /// The small model's cost of one greedy answer, both models' FLOPs and its own; null where it is not known.
    /// </param>
    public ImmutableArray<ExchangePoint> Points(IEnumerable<double> ratios, TrialCost? greedy) =>
    [
        .. ratios.SelectMany(ratio => new[]
        {
            Point(ratio, "arXiv: 2 per token, verifier free", ExchangeRule.Multiplier(times, ratio, false), run => run.N),
            Point(ratio / 2, "ICLR: 4 per token", ExchangeRule.Multiplier(times, ratio / 2, true), run => run.N),
        }.Concat(greedy is not { } one ? [] :
        [
            Point(ratio, "measured FLOPs, verifier free", ExchangeRule.Multiplier(times, ratio, false), run => run.MeanCost.ProposerFlops / one.ProposerFlops),
            Point(ratio, "measured FLOPs, verifier charged", ExchangeRule.Multiplier(times, ratio, false), run => run.MeanCost.Flops / one.ProposerFlops),
        ])),
    ];

    private ExchangePoint Point(double ratio, string formula, double multiplier, Func<StudyRun, double> cost)
    {
        var small = At(multiplier, cost);
        ImmutableArray<int?> bins = [null, .. binning is null ? [] : Enumerable.Range(0, binning.Bins).Select(bin => (int?)bin)];
        return new ExchangePoint(
            ratio, formula, multiplier, multiplier > cost(curve[^1]), [.. bins.Select(bin => Cell(bin, small)).OfType<ExchangeCell>()]);
    }

    private ExchangeCell? Cell(int? bin, ImmutableArray<double> small)
    {
        int[] problems = [.. Enumerable.Range(0, small.Length).Where(problem => bin is null || binning!.BinOf[problem * curve[0].Seeds] == bin)];
        return problems.Length == 0 ? null : new ExchangeCell(
            bin, problems.Average(problem => small[problem]), problems.Average(problem => large[problem]),
            PairedDifference.Of([.. problems.Select(problem => small[problem] - large[problem])]));
    }

    // Between two runs by the logarithm of cost; beyond the last, and before the first, the nearest run.
    private ImmutableArray<double> At(double budget, Func<StudyRun, double> cost)
    {
        var above = curve.FirstOrDefault(run => cost(run) >= budget);
        var below = curve.LastOrDefault(run => cost(run) <= budget);
        if (above is null || below is null || above == below)
        {
            return (above ?? below ?? curve[^1]).ByProblem;
        }

        var share = Math.Log(budget / cost(below)) / Math.Log(cost(above) / cost(below));
        return [.. below.ByProblem.Zip(above.ByProblem, (low, high) => low + (share * (high - low)))];
    }
}
