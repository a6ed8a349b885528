using System.Text.Json;
using Reckon.Evaluation.Estimates;

namespace Reckon.Evaluation.Documents;

/// <summary>Estimates as JSON, for programs.</summary>
public static class EstimateJson
{
    private static readonly EvaluationJson _indented =
        new(new JsonSerializerOptions(EvaluationJson.Default.Options) { WriteIndented = true, NewLine = "\n" });

    /// <summary>The estimate as indented JSON with a newline at the end.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="time">How long it takes; null where no rate is known.</param>
    public static string Write(SweepEstimate estimate, TimeEstimate? time) =>
        JsonSerializer.Serialize(new EstimateDocument(estimate, time), _indented.EstimateDocument) + "\n";

    /// <summary>The estimate's runs alone, likewise.</summary>
    public static string WriteRuns(SweepEstimate estimate) => JsonSerializer.Serialize(estimate, _indented.SweepEstimate) + "\n";
}
