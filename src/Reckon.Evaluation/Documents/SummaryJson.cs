using System.Text.Json;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.Documents;

/// <summary>A summary as JSON, for people and programs.</summary>
public static class SummaryJson
{
    private static readonly EvaluationJson _indented =
        new(new JsonSerializerOptions(EvaluationJson.Default.Options) { WriteIndented = true, NewLine = "\n" });

    /// <summary>The summary as indented JSON with a newline at the end; equal summaries give equal bytes.</summary>
    public static string Write(SweepSummary summary) => JsonSerializer.Serialize(summary, _indented.SweepSummary) + "\n";

    /// <summary>The summary that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a summary.</exception>
    public static SweepSummary Read(string json) =>
        JsonSerializer.Deserialize(json, EvaluationJson.Default.SweepSummary) ?? throw new JsonException("The document holds no summary.");
}
