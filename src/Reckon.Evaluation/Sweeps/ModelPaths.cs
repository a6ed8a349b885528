using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Sweeps;

/// <summary>The folders of the models.</summary>
/// <param name="Proposer">Folder of the model that writes.</param>
/// <param name="Verifier">Folder of the model that judges. Null where nothing is judged.</param>
public sealed record ModelPaths(string Proposer, string? Verifier)
{
    /// <summary>
    /// What the sweep file itself says of the proposer, which then is a server: the text of a <see cref="Manifest"/>, read in the place of the
    /// folder's. Null where it names a folder alone.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProposerManifest { get; init; }

    /// <summary>The same of the verifier.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VerifierManifest { get; init; }

    /// <summary>The file that describes a model.</summary>
    public const string Manifest = "reckon.json";

    /// <summary>The file that a folder without <see cref="Manifest"/> must have.</summary>
    public const string Tokenizer = "tokenizer.json";
}
