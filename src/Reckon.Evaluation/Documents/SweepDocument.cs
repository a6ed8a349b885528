using System.Text.Json;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Documents;

/// <summary>A sweep's spec as JSON: how it travels between processes and is stored.</summary>
public static class SweepDocument
{
    /// <summary>The spec as JSON on one line, its properties in a fixed order.</summary>
    public static string Write(SweepSpec spec) => JsonSerializer.Serialize(spec, EvaluationJson.Default.SweepSpec);

    /// <summary>The spec that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a spec.</exception>
    public static SweepSpec Read(string json) =>
        JsonSerializer.Deserialize(json, EvaluationJson.Default.SweepSpec) ?? throw new JsonException("The document holds no sweep.");
}
