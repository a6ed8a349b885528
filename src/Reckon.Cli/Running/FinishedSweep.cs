using System.Text.Json;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.Running;

/// <summary>Checks whether a folder already holds all results of a sweep.</summary>
internal static class FinishedSweep
{
    /// <summary>The summary in <paramref name="folder"/>; null when it, or a file that goes with it, is missing or incomplete.</summary>
    public static SweepSummary? TryRead(string folder, SweepInputs inputs)
    {
        try
        {
            var summary = SummaryJson.Read(File.ReadAllText(Path.Combine(folder, ResultsWriter.SummaryName)));
            return IsComplete(summary, inputs) && HasItsFiles(folder, summary, inputs) ? summary : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // It will be written again at the end.
        }
    }

    private static int NotRun(SweepSummary summary) => summary.NotRun?.Length ?? 0;

    // They are written before the summary, but may have been deleted or cut since.
    private static bool HasItsFiles(string folder, SweepSummary summary, SweepInputs inputs) =>
        File.Exists(Path.Combine(folder, ResultsFolder.SweepFileName)) && File.Exists(Path.Combine(folder, ResultsWriter.TableName))
        && (!inputs.Spec.KeepsTrees || File.Exists(Path.Combine(folder, TreesWriter.FolderName, TreesWriter.IndexName)))
        && File.ReadLines(Path.Combine(folder, ResultsWriter.OutcomesName)).Count(line => line.EndsWith('}'))
            == inputs.TrialsWithout(NotRun(summary));

    private static bool IsComplete(SweepSummary summary, SweepInputs inputs)
    {
        var trialsOfRun = (inputs.Dataset.Problems.Length - NotRun(summary)) * inputs.Spec.Seeds.Length;
        return summary.SpecHash == inputs.SpecHash
            && summary.Runs.Length == inputs.Spec.Strategies.Length * inputs.Spec.Selectors.Length
            && summary.Runs.All(run => run.Trials == trialsOfRun);
    }
}
