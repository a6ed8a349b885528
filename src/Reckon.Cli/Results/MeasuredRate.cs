using System.Text.Json;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.Results;

/// <summary>Reads from a folder of results how fast its sweep ran.</summary>
internal static class MeasuredRate
{
    /// <summary>The summary in <paramref name="folder"/> and its generated tokens by second, above 0.</summary>
    /// <exception cref="ResultsFolderException">There is none, or it measured nothing.</exception>
    public static (SweepSummary Summary, double TokensPerSecond) Read(string folder)
    {
        var path = Path.Combine(folder, ResultsWriter.SummaryName);
        if (!File.Exists(path))
        {
            throw new ResultsFolderException(
                folder, $"there is no {ResultsWriter.SummaryName}. Name the folder of a finished sweep that 'reckon run' wrote to");
        }

        try
        {
            var summary = SummaryJson.Read(File.ReadAllText(path));
            return summary.Timing is { TokensPerSecond: > 0 and var rate }
                ? (summary, rate)
                : throw new ResultsFolderException(
                    folder, $"{ResultsWriter.SummaryName} says of no tokens how fast they were generated. Name another folder, or give --tokens-per-second");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ResultsFolderException(
                folder, $"{ResultsWriter.SummaryName} cannot be read: {cause.Message} Name another folder, or give --tokens-per-second", cause);
        }
    }
}
