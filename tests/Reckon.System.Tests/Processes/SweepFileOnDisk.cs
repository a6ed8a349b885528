using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

/// <summary>Sweep files over the shipped benchmark and models.</summary>
internal static class SweepFileOnDisk
{
    public const string NoModels = "The shipped models are not in models/.";

    private const string Usual = """
        - bestOfN: { n: [1, 16] }
          - beam: { n: [16], width: 4 }
        """;

    /// <summary>
    /// Writes a sweep over the first <paramref name="problems"/> problems and returns its path; skips the test when the models are
    /// not there.
    /// </summary>
    public static string Write(
        TempFolder folder, int problems, string? verifier = null, string sampling = "", string strategies = Usual,
        string? dataset = null, string name = "sweep.yaml")
    {
        var root = RepositoryRoot.Folder;
        var models = Path.Combine(root, "models");
        Assert.SkipUnless(File.Exists(Path.Combine(models, "abacus-proposer", "model.onnx")), NoModels);
        var path = folder.File(name);
        File.WriteAllText(path, $$"""
            apiVersion: reckon/v1
            kind: Sweep
            name: small
            dataset: { path: {{dataset ?? Path.Combine(root, "datasets/abacus/test.jsonl")}}, limit: {{problems}} }
            models: { proposer: {{models}}/abacus-proposer, verifier: {{verifier ?? Path.Combine(models, "abacus-prm")}} }
            {{sampling}}
            strategies:
              {{strategies}}
            """);
        return path;
    }
}
