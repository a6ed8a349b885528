using System.Collections.Immutable;
using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Reports;
using Reckon.Search.Selecting;

namespace Reckon.Dashboard.Methods;

/// <summary>Methods by n, for one way of choosing answers. Pure.</summary>
/// <param name="Ns">The values of n, rising.</param>
/// <param name="Rows">The methods, in the sweep's order.</param>
/// <param name="BestRun">The label of the run that is right most often; null where there is none.</param>
public sealed record MethodGrid(ImmutableArray<int> Ns, ImmutableArray<MethodRow> Rows, string? BestRun)
{
    /// <summary>The grid of <paramref name="summary"/>.</summary>
    public static MethodGrid Of(SweepSummary summary, Selector selector)
    {
        var runs = summary.Runs.Where(run => run.Selector == selector).ToList();
        ImmutableArray<int> ns = [.. runs.Select(run => run.N).Distinct().Order()];
        return new MethodGrid(
            ns,
            [
                .. runs.GroupBy(MethodName.Of).Select(method =>
                    new MethodRow(method.Key, [.. ns.Select(n => method.FirstOrDefault(run => run.N == n))])),
            ],
            BestOf(runs)?.Run);
    }

    /// <summary>The ways of choosing that <paramref name="summary"/> tells of, in the sweep's order.</summary>
    public static ImmutableArray<Selector> Selectors(SweepSummary summary) => [.. summary.Runs.Select(run => run.Selector).Distinct()];

    /// <summary>The best run of <paramref name="summary"/> by its last way of choosing; null where there is none.</summary>
    public static BestRun? Best(SweepSummary summary) =>
        Selectors(summary) is [.., var selector] && BestOf(summary.Runs.Where(run => run.Selector == selector)) is { } best
            ? new BestRun(best.Run, best.Accuracy, best.Low, best.High)
            : null;

    /// <summary>The one of <paramref name="runs"/> that is right most often, of equals the cheapest; null for none.</summary>
    public static RunSummary? BestOf(IEnumerable<RunSummary> runs) =>
        runs.OrderByDescending(run => run.Accuracy).ThenBy(run => run.Cost.Flops).FirstOrDefault();
}
