using System.Text.Json;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Studying;

/// <summary>A folder of results of a finished sweep, read for a study. No model is needed.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Sweep">Its sweep.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Table">Its outcomes.</param>
internal sealed record StudyFolder(string Path, SweepRecord Sweep, SweepSummary Summary, StudyTable Table)
{
    /// <summary>Whether the folder holds trees.</summary>
    public bool HasTrees => File.Exists(System.IO.Path.Combine(Path, TreesWriter.FolderName, TreesWriter.IndexName));

    /// <summary>Reads the folder at <paramref name="path"/>.</summary>
    /// <exception cref="ResultsFolderException">It is not the folder of a finished sweep, or it is damaged.</exception>
    public static StudyFolder Read(string path, StrategyRegistry strategies)
    {
        var sweep = SweepRecord.Read(path, strategies);
        try
        {
            var summary = SummaryJson.Read(File.ReadAllText(System.IO.Path.Combine(path, ResultsWriter.SummaryName)));
            var builder = new StudyTableBuilder(summary.Models.Sizes);
            foreach (var line in File.ReadLines(System.IO.Path.Combine(path, ResultsWriter.OutcomesName)))
            {
                builder.Add(OutcomeJson.Read(line));
            }

            return new StudyFolder(path, sweep, summary, builder.Build());
        }
        catch (FileNotFoundException cause)
        {
            throw new ResultsFolderException(
                path, $"there is no {System.IO.Path.GetFileName(cause.FileName)}: the sweep is not finished. Finish it with 'reckon run'", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new ResultsFolderException(path, $"the results cannot be read: {cause.Message} Run the sweep again", cause);
        }
    }
}
