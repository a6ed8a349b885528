using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Search.Controls;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Reports;

/// <summary>Shows a summary to people. A pure function of the summary, its timing left out.</summary>
public static class SummaryTable
{
    private const string Gap = "  ";

    /// <summary>The summary as Markdown, with accuracy by level for the answers that <paramref name="levels"/> chose.</summary>
    public static string Markdown(SweepSummary summary, SelectionRule levels)
    {
        var text = new StringBuilder();
        text.Append($"# {SafeText.Markdown(summary.Name)}\n\n");
        foreach (var line in Facts(summary))
        {
            text.Append($"- {SafeText.Markdown(line)}\n");
        }

        foreach (var table in Tables(summary, levels))
        {
            AppendMarkdown(text, Marked(table, summary.Control));
        }

        if (summary.Estimate is { } estimate)
        {
            text.Append($"\n{SafeText.Markdown(EstimateText.Line(estimate))}\n");
        }

        return text.ToString();
    }

    /// <summary>
    /// The summary as aligned text for a terminal, with accuracy by level for the answers that <paramref name="levels"/> chose.
    /// </summary>
    public static string Plain(SweepSummary summary, SelectionRule levels)
    {
        var text = new StringBuilder();
        text.Append($"{SafeText.Terminal(summary.Name)}\n");
        foreach (var line in Facts(summary))
        {
            text.Append($"{Gap}{SafeText.Terminal(line)}\n");
        }

        foreach (var table in Tables(summary, levels))
        {
            PlainTable.Append(text, Marked(table, summary.Control));
        }

        if (summary.Estimate is { } estimate)
        {
            text.Append($"\n{EstimateText.Line(estimate)}\n");
        }

        return text.ToString();
    }

    private static ImmutableArray<TextTable> Tables(SweepSummary summary, SelectionRule levels) =>
    [
        SummaryTables.Accuracy(summary),
        SummaryTables.Levels(summary, levels),
        .. ChainTable.Of(summary) is { } chains ? [chains] : ImmutableArray<TextTable>.Empty,
        .. (summary.Pools ?? []).Select(SummaryTables.Pool),
    ];

    // Whoever sees a table alone must see that its scores are no verifier's.
    private static TextTable Marked(TextTable table, VerifierControl? control) =>
        control is null ? table : table with { Title = $"{table.Title} [{ControlName.Of(control)}]" };

    private static ImmutableArray<string> Facts(SweepSummary summary) =>
    [
        $"dataset: {summary.Dataset.Name}, {summary.Dataset.Problems} problems{LeftOut(summary.Dataset)}, sha256 {summary.Dataset.Sha256}",
        $"proposer: {Described(summary.Models.Proposer)}",
        $"verifier: {(summary.Models.Verifier is { } verifier ? Described(verifier) : "none")}",
        .. summary.Control is { } control ? [ControlName.Of(control)] : ImmutableArray<string>.Empty,
        $"spec: {summary.SpecHash}, code: {summary.CodeVersion}",
        $"grading: version {summary.Grader.Version}, code: {summary.Grader.CodeVersion}",
        .. summary.Ties == TieRule.Mean ? ["ties: tied answers count by the share of them that is right"] : ImmutableArray<string>.Empty,
        .. Limits(summary),
    ];

    // What limits have taken from the results, if they have.
    private static IEnumerable<string> Limits(SweepSummary summary)
    {
        if (summary.NotRun is { } left)
        {
            yield return $"not run: {left.Length} of {summary.Dataset.Problems} problems, which the sweep's budget did not cover";
        }

        if (summary.DependsOnTime)
        {
            yield return "chance: a limit on seconds or on a bill changed what was drawn; another run may give other results";
        }
    }

    private static string LeftOut(DatasetFacts dataset)
    {
        var too = dataset.Overlong > 0 ? $"{dataset.Overlong} too long for the models" : "";
        var excluded = dataset.Excluded > 0 ? $"{dataset.Excluded} excluded by the sweep" : "";
        var both = string.Join(" and ", new[] { too, excluded }.Where(part => part.Length > 0));
        return both.Length == 0 ? "" : $" (left out: {both})";
    }

    private static string Described(ModelFacts model) =>
        $"{model.Name} {model.Version}, {model.Parameters} parameters, sha256 {model.Sha256}";

    private static void AppendMarkdown(StringBuilder text, TextTable table)
    {
        text.Append($"\n{table.Title}:\n\n");
        AppendMarkdownRow(text, table.Headers);
        AppendMarkdownRow(text, table.Headers.Select((_, column) => column == 0 ? "---" : "---:"));
        foreach (var row in table.Rows)
        {
            AppendMarkdownRow(text, row.Select((cell, column) => column == 0 ? SafeText.Markdown(cell) : cell));
        }
    }

    private static void AppendMarkdownRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append($"| {string.Join(" | ", cells)} |\n");
}
