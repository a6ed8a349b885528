using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

/// <summary>A folder with a small sweep, a dataset of three problems, and the shipped models.</summary>
internal static class DemoFolder
{
    /// <summary>The sweep, <c>demo.yaml</c>.</summary>
    public const string Sweep = """
        apiVersion: reckon/v1
        kind: Sweep
        name: demo
        dataset: { path: test.jsonl, limit: 2 }
        models: { proposer: writer, verifier: judge }
        seeds: [0, 1]
        strategies:
          - bestOfN: { n: [1, 4] }
          - beam: { n: [4], width: 2 }
        """;

    /// <summary>A new folder with all of it.</summary>
    public static TempFolder Create()
    {
        var folder = new TempFolder();
        folder.Write("demo.yaml", Sweep);
        folder.Write("dataset.json", """{"name":"abacus","answer":{"kind":"integer"}}""");
        folder.Write("test.jsonl",
            string.Concat(Enumerable.Range(0, 3).Select(i => $"{{\"id\":\"p{i}\",\"problem\":\"?\",\"answer\":\"{i}\"}}\n")));
        Directory.CreateSymbolicLink(folder.File("writer"), RepositoryRoot.PathTo("models", "abacus-proposer"));
        Directory.CreateSymbolicLink(folder.File("judge"), RepositoryRoot.PathTo("models", "abacus-prm"));
        return folder;
    }
}
