using System.Collections.Immutable;
using Reckon.Evaluation.Text;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Reports;

/// <summary>Lays a summary out in tables.</summary>
internal static class SummaryTables
{
    // How a trial may end short of what its strategy asked for; a column each, where there are such trials.
    private static readonly ImmutableArray<(string Header, Func<RunSummary, int> Count)> _ends =
    [
        ("budget exhausted", run => run.BudgetExhausted), ("narrowed", run => run.Narrowed), ("time exhausted", run => run.TimeExhausted),
    ];

    /// <summary>
    /// A row for each strategy and n, a column for each way of choosing, and what it cost; with a column for trials that their budget
    /// narrowed or ended, where there are any.
    /// </summary>
    public static TextTable Accuracy(SweepSummary summary)
    {
        ImmutableArray<Selector> selectors = [.. summary.Runs.Select(run => run.Selector).Distinct().OrderBy(selector => selector.Rule)];
        var ends = _ends.Where(end => summary.Runs.Any(run => end.Count(run) > 0)).ToImmutableArray();
        return new TextTable(
            "Accuracy in % [95 % confidence interval, clustered by problem], and means per trial",
            [
                "run", .. selectors.Select(SelectorName.Of), "trials", "no answer", .. ends.Select(end => end.Header),
                "tokens", "FLOPs", "FLOPs, verifier free", .. summary.Models.Currency is { } currency ? (string[])[currency] : [],
            ],
            [.. ByRun(summary).Select(run => AccuracyRow(run, selectors, [.. ends.Select(end => Cells.Number($"{end.Count(run.First())}"))]))]);
    }

    /// <summary>
    /// A row for each strategy and n, a column for each level, for the answers that <paramref name="rule"/> chose, of several aggregations
    /// by the first.
    /// </summary>
    public static TextTable Levels(SweepSummary summary, SelectionRule rule)
    {
        var runs = summary.Runs.Where(run => run.Selection == rule).DistinctBy(run => run.Run).ToImmutableArray();
        var levels = runs.SelectMany(run => run.Levels.Keys).Distinct().Order().ToImmutableArray();
        return new TextTable(
            $"Accuracy in % by level, {(runs.IsEmpty ? CamelCase.Of(rule) : SelectorName.Of(runs[0].Selector))}",
            ["run", .. levels.Select(level => level == 0 ? "no level" : Cells.Number($"level {level}"))],
            [.. runs.Select(run => LevelRow(run, levels))]);
    }

    /// <summary>A row for each k, a column for pass@k and for each rule.</summary>
    public static TextTable Pool(PoolSummary pool)
    {
        var rules = Enum.GetValues<SelectionRule>().Where(rule => pool.Points[0].Of(rule) is not null).ToImmutableArray();
        var leftOut = pool.LeftOut == 0 ? "" : Cells.Number($", {pool.LeftOut} left out as their budget ended them");
        var aggregation = pool.Aggregation is { } scores ? $", scores by {CamelCase.Of(scores)}" : "";
        return new TextTable(
            Cells.Number($"pass@k and what choosing gets of it, best-of-{pool.N} pool{aggregation}{leftOut}, % [95 % interval]"),
            ["k", "pass@k", .. rules.Select(rule => $"{CamelCase.Of(rule)}@k")],
            [.. pool.Points.Select(point => PoolRow(point, rules))]);
    }

    private static IEnumerable<IGrouping<string, RunSummary>> ByRun(SweepSummary summary) => summary.Runs.GroupBy(run => run.Run);

    private static ImmutableArray<string> AccuracyRow(
        IGrouping<string, RunSummary> run, ImmutableArray<Selector> selectors, ImmutableArray<string> ends)
    {
        var any = run.First(); // Trials and cost are the same whatever the rule.
        return
        [
            run.Key,
            .. selectors.Select(selector => run.FirstOrDefault(summary => summary.Selector == selector) is { } chosen
                ? Cells.WithInterval(chosen.Accuracy, chosen.Low, chosen.High)
                : Cells.Nothing),
            Cells.Number($"{any.Trials}"),
            Cells.Number($"{any.NoAnswer}"),
            .. ends,
            Cells.Number($"{any.Cost.ProposerTokens + any.Cost.VerifierTokens:N0}"),
            Cells.Number($"{any.Cost.Flops:0.00e0}"),
            Cells.Number($"{any.Cost.ProposerFlops:0.00e0}"),
            .. any.Cost.Money is { } money ? (string[])[Cells.Number($"{money:0.######}")] : [],
        ];
    }

    private static ImmutableArray<string> LevelRow(RunSummary run, ImmutableArray<int> levels) =>
    [
        run.Run,
        .. levels.Select(level =>
            run.Levels.TryGetValue(level, out var accuracy) ? Cells.Number($"{Cells.Percent(accuracy.Accuracy)} ({accuracy.Trials})") : Cells.Nothing),
    ];

    private static ImmutableArray<string> PoolRow(PoolPoint point, ImmutableArray<SelectionRule> rules) =>
    [
        Cells.Number($"{point.K:N0}"),
        Cells.WithInterval(point.PassAtK),
        .. rules.Select(rule => point.Of(rule) is { } chosen ? Cells.WithInterval(chosen) : Cells.Nothing),
    ];
}
