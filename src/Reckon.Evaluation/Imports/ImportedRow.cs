using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Search;

namespace Reckon.Evaluation.Imports;

/// <summary>A problem with the whole answers that another program drew for it.</summary>
/// <param name="Problem">The problem; its question is empty where the file does not hold it.</param>
/// <param name="Run">What tells the runs of one file apart; empty where nothing does.</param>
/// <param name="Method">How the answers were drawn, in the words of the program; empty where it does not say.</param>
/// <param name="Model">The model that drew them; empty where the file does not say.</param>
/// <param name="Samples">The answers, in the order of drawing.</param>
public sealed record ImportedRow(Problem Problem, string Run, string Method, string Model, ImmutableArray<ImportedSample> Samples)
{
    /// <summary>
    /// The row in a line of JSON: either the layout of search-and-learn (<c>unique_id</c>, <c>answer</c>, <c>completions</c>, <c>scores</c>,
    /// <c>completion_tokens</c>), or one object for each sample (<c>problem_id</c>, <c>gold</c>, <c>samples</c> with <c>text</c>, <c>prm</c>,
    /// <c>tokens</c>).
    /// </summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static ImportedRow Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.TryGetProperty("completions", out var completions)
                ? new ImportedRow(ProblemOf(root, "unique_id", "answer"), "", TextOf(root, "method"), TextOf(root, "model"), [.. Columns(root, completions)])
                : new ImportedRow(
                    ProblemOf(root, "problem_id", "gold"), TextOf(root, "run"), TextOf(root, "method"), TextOf(root, "model"),
                    [.. root.GetProperty("samples").EnumerateArray().Select(Sample)]);
        }
        catch (Exception cause) when (cause is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"The line is not a row of samples: {cause.Message}", cause);
        }
    }

    private static Problem ProblemOf(JsonElement root, string id, string reference) => new(
        root.GetProperty(id).GetString() ?? "", TextOf(root, "problem"), root.GetProperty(reference).GetString() ?? "", TextOf(root, "subject"),
        root.TryGetProperty("level", out var level) && level.ValueKind == JsonValueKind.Number ? level.GetInt32() : 0);

    private static IEnumerable<ImportedSample> Columns(JsonElement root, JsonElement completions)
    {
        var hasScores = root.TryGetProperty("scores", out var scores);
        var hasTokens = root.TryGetProperty("completion_tokens", out var tokens) && tokens.ValueKind == JsonValueKind.Array;
        foreach (var (place, text) in completions.EnumerateArray().Index())
        {
            yield return new ImportedSample(
                text.GetString() ?? "",
                hasScores ? [.. scores[place].EnumerateArray().Select(score => score.GetDouble())] : [],
                hasTokens ? tokens[place].GetInt32() : 0);
        }
    }

    private static ImportedSample Sample(JsonElement sample) => new(
        TextOf(sample, "text"),
        sample.TryGetProperty("prm", out var scores) && scores.ValueKind == JsonValueKind.Array ? [.. scores.EnumerateArray().Select(score => score.GetDouble())] : [],
        sample.TryGetProperty("tokens", out var tokens) && tokens.ValueKind == JsonValueKind.Number ? tokens.GetInt32() : 0);

    private static string TextOf(JsonElement element, string key) =>
        element.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() ?? "" : "";
}
