using System.Collections.Immutable;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.StudyReports;

/// <summary>What k answers of best-of-n are worth before any is chosen.</summary>
internal static class PoolTable
{
    private static readonly ImmutableArray<double> _shares = [0.5, 0.75, 1];

    /// <summary>A row for each power of two up to the smallest pool; null where there is no pool.</summary>
    public static TextTable? Of(StudyReport report)
    {
        if (report.Pools.IsEmpty)
        {
            return null;
        }

        var most = report.Pools.Min(pools => pools.Min(pool => pool.Samples));
        return new TextTable(
            "Before choosing: at least one of k answers right (pass@k), at least a share of them (G-Pass@k), in % [95 % interval]",
            ["k", "pass@k", .. _shares.Select(share => Cells.Number($"G-Pass@k of {share:0.##}")), "mG-Pass@k"],
            [.. Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(k => k <= most).Select(k => Row(report.Pools, k))]);
    }

    private static ImmutableArray<string> Row(ImmutableArray<ImmutableArray<(int Samples, int Right)>> pools, int k) =>
    [
        Cells.Number($"{k}"),
        Cell(pools, pool => PassAtK.Estimate(pool.Samples, pool.Right, k)),
        .. _shares.Select(share => Cell(pools, pool => GPassAtK.Estimate(pool.Samples, pool.Right, k, share))),
        k == 1 ? Cells.Nothing : Cell(pools, pool => GPassAtK.Mean(pool.Samples, pool.Right, k)),
    ];

    private static string Cell(ImmutableArray<ImmutableArray<(int Samples, int Right)>> pools, Func<(int Samples, int Right), double> estimate)
    {
        double[] means = [.. pools.Select(problem => problem.Average(estimate))];
        var (low, high) = ClusteredInterval.OfMean(means);
        return Cells.WithInterval(means.Average(), low, high);
    }
}
