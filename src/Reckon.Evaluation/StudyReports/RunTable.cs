using System.Collections.Immutable;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A row for each strategy and n, a column for each way of choosing, and what it cost.</summary>
internal static class RunTable
{
    public static TextTable Of(StudyTable table, TimePrice? price)
    {
        var selections = table.Runs.Select(run => run.Method.Selection).Distinct().ToImmutableArray();
        return new TextTable(
            Cells.Number($"Accuracy in % [95 % interval] of {table.Trials} trials: {table.Problems.Length} problems, {table.Seeds.Length} seeds"),
            ["strategy", "n", .. selections, "no answer", "generations", "tokens", "FLOPs", "FLOPs, verifier free", .. Of(price, _ => "model ms")],
            [
                .. table.Runs.GroupBy(run => (run.Method.Strategy, run.N)).Select(runs => Row(runs.Key.Strategy, [.. runs], selections, price)),
            ]);
    }

    private static ImmutableArray<string> Row(string strategy, ImmutableArray<StudyRun> runs, ImmutableArray<string> selections, TimePrice? price)
    {
        var cost = runs[0].MeanCost; // The same whatever is chosen.
        return
        [
            strategy,
            Cells.Number($"{runs[0].N}"),
            .. selections.Select(selection => runs.FirstOrDefault(run => run.Method.Selection == selection) is { } run
                ? Cells.WithInterval(run.Accuracy, run.Interval.Low, run.Interval.High)
                : Cells.Nothing),
            Cells.Number($"{runs[0].Unanswered}"),
            Cells.Number($"{cost.Generations:0.0}"),
            Cells.Number($"{cost.Tokens:N0}"),
            Cells.Number($"{cost.Flops:0.00e0}"),
            Cells.Number($"{cost.ProposerFlops:0.00e0}"),
            .. Of(price, known => Cells.Number($"{1_000 * known.SecondsOf(cost):0.00}")),
        ];
    }

    private static ImmutableArray<string> Of(TimePrice? price, Func<TimePrice, string> cell) => price is null ? [] : [cell(price)];
}
