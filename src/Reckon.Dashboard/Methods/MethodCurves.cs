using System.Collections.Immutable;
using Reckon.Dashboard.Charts;
using Reckon.Dashboard.Text;
using Reckon.Evaluation.Reports;
using Reckon.Search.Selecting;

namespace Reckon.Dashboard.Methods;

/// <summary>Accuracy against compute. Pure.</summary>
public static class MethodCurves
{
    /// <summary>The units in which compute can be counted where devices ran at <paramref name="speed"/>; null where that is not known.</summary>
    public static ImmutableArray<CostUnit> Units(DeviceSpeed? speed) =>
        [.. Enum.GetValues<CostUnit>().Where(unit => unit != CostUnit.DeviceSeconds || speed is not null)];

    /// <summary>A curve for each method of <paramref name="summary"/>.</summary>
    /// <param name="summary">The sweep's numbers.</param>
    /// <param name="selector">How answers are chosen.</param>
    /// <param name="unit">What compute is counted in, one of <see cref="Units"/>.</param>
    /// <param name="speed">How fast its devices ran.</param>
    public static ImmutableArray<ChartSeries> Of(SweepSummary summary, Selector selector, CostUnit unit, DeviceSpeed? speed)
    {
        var best = MethodGrid.BestOf(summary.Runs.Where(run => run.Selector == selector))?.Run;
        return
        [
            .. summary.Runs.Where(run => run.Selector == selector).GroupBy(MethodName.Of).Select(method => new ChartSeries(
                method.Key,
                [
                    .. method.Select(run => PointOf(run, CostOf(run, unit, speed), unit) with { IsBest = run.Run == best })
                        .OrderBy(point => point.X),
                ])),
        ];
    }

    /// <summary>What a trial of <paramref name="run"/> costs on average.</summary>
    public static double CostOf(RunSummary run, CostUnit unit, DeviceSpeed? speed) => unit switch
    {
        CostUnit.Generations => run.Cost.Generations,
        CostUnit.Tokens => run.Cost.ProposerTokens + run.Cost.VerifierTokens,
        CostUnit.Flops => run.Cost.Flops,
        CostUnit.ProposerFlops => run.Cost.ProposerFlops,
        CostUnit.DeviceSeconds => speed?.SecondsOf(run.Cost) ?? 0,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    /// <summary>What <paramref name="unit"/> is called on an axis.</summary>
    public static string NameOf(CostUnit unit) => unit switch
    {
        CostUnit.Generations => "generations",
        CostUnit.Tokens => "tokens",
        CostUnit.Flops => "FLOPs",
        CostUnit.ProposerFlops => "FLOPs, verifier free",
        CostUnit.DeviceSeconds => "device seconds",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    private static ChartPoint PointOf(RunSummary run, double cost, CostUnit unit) => new(
        cost, run.Accuracy, run.Low, run.High,
        $"{run.Run}: {Figures.Percent(run.Accuracy)} % [{Figures.Interval(run.Low, run.High)}], "
        + $"{Figures.Brief(cost)} {NameOf(unit)} a trial");
}
