using System.Text.Json.Nodes;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Sweeps;

/// <summary>A server in the place of a model's folder: <c>{ url, kind, model, tokenizer: FOLDER, … }</c>. Pure.</summary>
internal static class ServerSection
{
    /// <summary>The key of the folder with the model's tokenizer.</summary>
    public const string Tokenizer = "tokenizer";

    // What a model's own file says outside its section of the server.
    private static readonly string[] _ofModel = ["name", "version", "role", "contextTokens", "parameters", "step", "prompt", "verifier"];

    /// <summary>What would stand in a <see cref="ModelPaths.Manifest"/> beside the tokenizer.</summary>
    /// <param name="said">The section.</param>
    /// <param name="role">The model's part in the sweep, as that file names it.</param>
    public static string ManifestOf(SourceNode.Map said, string role)
    {
        var manifest = SourceJson.OfMap(said.Entries.Where(entry => _ofModel.Contains(entry.Key.Text)));
        manifest.TryAdd("role", role);
        manifest["remote"] = SourceJson.OfMap(said.Entries.Where(entry => entry.Key.Text != Tokenizer && !_ofModel.Contains(entry.Key.Text)));
        return manifest.ToJsonString();
    }

    /// <summary>The name that such a manifest gives the model; null for none.</summary>
    public static string? NameIn(string manifest) =>
        JsonNode.Parse(manifest)?["name"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;
}
