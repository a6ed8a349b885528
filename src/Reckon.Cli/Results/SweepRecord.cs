using System.Text.Json;
using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Results;

/// <summary>A folder's record of its sweep: the file <c>sweep.json</c>.</summary>
/// <param name="SpecHash">The sweep's identity.</param>
/// <param name="Spec">The sweep.</param>
/// <param name="Answers">How its answers are found and compared.</param>
internal sealed record SweepRecord(string SpecHash, SweepSpec Spec, AnswerFormat Answers)
{
    /// <summary>The key of the hash.</summary>
    public const string HashKey = "specHash";

    private const string SpecKey = "spec";
    private const string AnswersKey = "answers";

    /// <summary>What the hash is of, and what later sweeps are compared with.</summary>
    public SweepIdentity Identity { get; init; } = SweepIdentity.Unknown(SpecHash);

    /// <summary>The document.</summary>
    public string Write() =>
        $"{{\"{HashKey}\":\"{SpecHash}\",\"{SpecKey}\":{SweepDocument.Write(Spec)},"
        + $"\"{AnswersKey}\":{AnswerDocument.Write(Answers)}{Identity.Write()}}}\n";

    /// <summary>Reads the record in <paramref name="folder"/>.</summary>
    /// <param name="folder">A folder of results.</param>
    /// <param name="strategies">The strategies that its sweep may name.</param>
    /// <exception cref="ResultsFolderException">There is none, or it cannot be read.</exception>
    public static SweepRecord Read(string folder, StrategyRegistry strategies)
    {
        var path = Path.Combine(folder, ResultsFolder.SweepFileName);
        if (!File.Exists(path))
        {
            throw new ResultsFolderException(folder,
                $"there is no {ResultsFolder.SweepFileName}: this is not a folder of results. Name the folder that 'reckon run' wrote to");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new SweepRecord(
                root.GetProperty(HashKey).GetString() ?? "",
                SweepDocument.Read(root.GetProperty(SpecKey).GetRawText(), strategies),
                AnswerDocument.Read(root.GetProperty(AnswersKey).GetRawText()))
            {
                Identity = SweepIdentity.Read(root),
            };
        }
        catch (Exception cause) when (
            cause is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException(
                folder, $"{ResultsFolder.SweepFileName} cannot be read: {cause.Message} "
                    + "A strategy of a plugin needs --plugin; results of an older version have to be run again", cause);
        }
    }
}
