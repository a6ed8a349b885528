namespace Reckon.Evaluation.Sweeps;

/// <summary>The folders of the models.</summary>
/// <param name="Proposer">Folder of the model that writes; holds <c>reckon.json</c>.</param>
/// <param name="Verifier">Folder of the model that judges; holds <c>reckon.json</c>. Null where nothing is judged.</param>
public sealed record ModelPaths(string Proposer, string? Verifier)
{
    /// <summary>The file that makes a folder a model.</summary>
    public const string Manifest = "reckon.json";
}
