using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Conformance;

/// <summary>The completions of one problem, and what another program predicted from them.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Reference">Its right answer.</param>
/// <param name="Predictions">By the program's own names of its rules.</param>
/// <param name="Samples">In the order in which they were recorded.</param>
internal sealed record RecordedRow(
    string ProblemId, string Reference, ImmutableArray<(string Rule, string Value)> Predictions, ImmutableArray<RecordedSample> Samples)
{
    /// <summary>The rows of a file of samples; skips the test where it is absent.</summary>
    public static IEnumerable<RecordedRow> All(string file) => File.ReadLines(SharedData.PathTo("samples", file)).Select(Read);

    private static RecordedRow Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        return new RecordedRow(
            row.GetProperty("problem_id").GetString()!,
            row.GetProperty("gold").GetString()!,
            [.. row.GetProperty("upstream").EnumerateObject().Select(prediction => (prediction.Name, prediction.Value.ToString()))],
            [.. row.GetProperty("samples").EnumerateArray().Select(SampleOf)]);
    }

    private static RecordedSample SampleOf(JsonElement sample)
    {
        var answer = sample.GetProperty("answer").GetString();
        var solution = sample.TryGetProperty("text", out var text) ? text.GetString()
            : answer is null ? null : $"\\boxed{{{answer}}}";
        return new RecordedSample(solution, [.. sample.GetProperty("prm").EnumerateArray().Select(score => score.GetDouble())]);
    }
}
