namespace Reckon.Evaluation.Sweeps;

/// <summary>The folders of the models.</summary>
/// <param name="Proposer">Folder of the model that writes.</param>
/// <param name="Verifier">Folder of the model that judges. Null where nothing is judged.</param>
public sealed record ModelPaths(string Proposer, string? Verifier)
{
    /// <summary>The file that describes a model.</summary>
    public const string Manifest = "reckon.json";

    /// <summary>The file that a folder without <see cref="Manifest"/> must have.</summary>
    public const string Tokenizer = "tokenizer.json";
}
