using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Search.Selecting;

namespace Reckon.Cli.Results;

/// <summary>Writes the results of a sweep into its folder.</summary>
internal static class ResultsWriter
{
    /// <summary>One outcome per line.</summary>
    public const string OutcomesName = "outcomes.jsonl";

    /// <summary>The tables, for people.</summary>
    public const string TableName = "summary.md";

    /// <summary>The numbers, for programs. Written last: if it exists, so do the others.</summary>
    public const string SummaryName = "summary.json";

    /// <summary>Writes all files, each complete or not at all.</summary>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="summary">The summary of <paramref name="outcomes"/>.</param>
    /// <param name="outcomes">Their documents, in the order of problems and trials, so that the file is the same in every run.</param>
    /// <exception cref="ResultsWriteException">A file cannot be written.</exception>
    public static void Write(ResultsFolder folder, SweepSummary summary, IEnumerable<string> outcomes)
    {
        DurableFile.Write(folder.File(OutcomesName), outcomes.Select(LineOf));
        WriteSummary(folder, summary);
    }

    /// <summary>Writes the outcomes as they come. The summary is to follow.</summary>
    /// <exception cref="ResultsWriteException">They cannot be written.</exception>
    public static Task WriteOutcomesAsync(ResultsFolder folder, IAsyncEnumerable<string> outcomes) =>
        DurableFile.WriteAsync(folder.File(OutcomesName), outcomes.Select(LineOf));

    /// <summary>Writes the tables and the numbers, after the outcomes.</summary>
    /// <exception cref="ResultsWriteException">A file cannot be written.</exception>
    public static void WriteSummary(ResultsFolder folder, SweepSummary summary)
    {
        DurableFile.Write(folder.File(TableName), [SummaryTable.Markdown(summary, RuleForLevels(summary))]);
        DurableFile.Write(folder.File(SummaryName), [SummaryJson.Write(summary)]);
    }

    /// <summary>The rule whose accuracy is shown by level: the paper's default, weighted, where the sweep has it.</summary>
    public static SelectionRule RuleForLevels(SweepSummary summary) =>
        summary.Runs.IsEmpty ? SelectionRule.Weighted : summary.Runs.Max(run => run.Selection);

    private static string LineOf(string outcome) => $"{outcome}\n";
}
