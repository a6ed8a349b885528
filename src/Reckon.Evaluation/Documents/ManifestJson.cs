using System.Text.Json;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.Documents;

/// <summary>A manifest as JSON, for whoever keeps it and need not read it.</summary>
public static class ManifestJson
{
    /// <summary>The manifest as one line.</summary>
    public static string Write(SweepManifest manifest) => JsonSerializer.Serialize(manifest, EvaluationJson.Default.SweepManifest);

    /// <summary>The manifest that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a manifest.</exception>
    public static SweepManifest Read(string json) =>
        JsonSerializer.Deserialize(json, EvaluationJson.Default.SweepManifest) ?? throw new JsonException("The document holds no manifest.");
}
