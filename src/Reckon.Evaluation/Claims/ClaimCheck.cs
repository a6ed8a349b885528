using System.Collections.Immutable;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Claims;

/// <summary>
/// Checks claims. Savings are bootstrapped: problems are drawn again, and of each problem its seeds, the same for both methods; each time
/// both
/// curves are computed anew.
/// </summary>
public sealed class ClaimCheck(StudyTable table)
{
    private const double Tail = 0.025;
    private readonly TrialResamples _resamples = new(table.Problems.Length, table.Seeds.Length);

    /// <summary>The result of <paramref name="claim"/>, which has no <see cref="ClaimFault"/>.</summary>
    public ClaimResult Of(Claim claim)
    {
        var (method, other) = (table.Find(claim.Challenger)!.Value, table.Find(claim.Other)!.Value);
        var target = table.Find(other, claim.OtherN)!;
        if (claim.N is { } n)
        {
            var difference = PairedDifference.Of(PerProblem.Differences(table.Find(method, n)!.ByProblem, target.ByProblem));
            return new ClaimResult(claim, claim.Least > 0 ? difference.Low >= claim.Least : difference.Low > 0, [], difference);
        }

        ImmutableArray<Saving> savings = [.. Enum.GetValues<CostUnit>().Where(IsKnown).Select(unit => SavingIn(unit, table.Curve(method), target))];
        var stated = savings.Where(saving => claim.Unit is not { } unit || saving.Unit == unit).ToList();
        return new ClaimResult(claim, stated.Count > 0 && stated.All(saving => saving.Ratio.Interval.Low >= claim.Least), savings, null);
    }

    // Imported results may not say what was spent.
    private bool IsKnown(CostUnit unit) => table.Runs.All(run => run.MeanCost.In(unit) > 0);

    private Saving SavingIn(CostUnit unit, ImmutableArray<StudyRun> curve, StudyRun target)
    {
        (double Cost, double Accuracy)[] points = [.. curve.Select(run => (run.MeanCost.In(unit), run.Accuracy))];
        var reached = Crossing.Of(points, target.Accuracy);
        var cost = target.MeanCost.In(unit);
        var ratios = Enumerable.Range(0, TrialResamples.Count).Select(draw => Ratio(draw, unit, curve, target)).Order().ToArray();
        return new Saving(
            unit, reached, cost,
            (reached is { } at ? cost / at : 0, new ConfidenceInterval(OrderStatistic.Of(ratios, Tail), OrderStatistic.Of(ratios, 1 - Tail))),
            points.Length > 0 && points[0].Accuracy >= target.Accuracy);
    }

    // A level that is not reached saves nothing.
    private double Ratio(int draw, CostUnit unit, ImmutableArray<StudyRun> curve, StudyRun target)
    {
        var reached = Crossing.Of([.. curve.Select(run => Point(draw, unit, run))], _resamples.Mean(draw, target.Credits));
        return reached is { } cost ? Point(draw, unit, target).Cost / cost : 0;
    }

    // Means of costs barely vary, and are taken as they are.
    private (double Cost, double Accuracy) Point(int draw, CostUnit unit, StudyRun run) =>
        (run.MeanCost.In(unit), _resamples.Mean(draw, run.Credits));
}
