using System.Diagnostics;
using System.Text.Json.Nodes;
using LLama.Native;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Tests.Remote;
using Reckon.LlamaCheck;
using Reckon.Search;
using Reckon.Testing;

const int Problems = 20;
const double Tolerance = 1e-3;
NativeLibraryConfig.All.WithLogCallback((_, _) => { });
var files = ModelFolder.Read(Path.Combine(RepositoryRoot.Folder, "models", "abacus-proposer"));
using var folder = new TempFolder();
var gguf = folder.File("abacus.gguf");
ShippedGguf.Write(files, gguf);

var dataset = Path.Combine(RepositoryRoot.Folder, "datasets", "abacus", "test.jsonl");
IReadOnlyList<Problem> problems = DatasetLoader.Load(new DatasetSource(dataset) { Limit = Problems }) is Validated<Dataset>.Valid(var read)
    ? read.Problems
    : throw new InvalidOperationException("The benchmark is not there.");

using var model = new LlamaModel(gguf, 1, files.Descriptor.Card.ContextTokens, files.Tokenizer.Size);
var largest = Difference();
Console.WriteLine(FormattableString.Invariant($"logits of llama.cpp and ONNX Runtime on the same weights differ by at most {largest:0.0e0}"));
if (largest > Tolerance)
{
    return 1;
}

if (!await SweepsAsync())
{
    return 1;
}

await new Comparison(files, gguf, problems).RunAsync();
return 0;

double Difference()
{
    using var ours = InferenceEngines.OpenModel(files, slots: 1, new OnnxExecutionOptions());
    var worst = 0.0;
    foreach (var problem in problems)
    {
        var prompt = files.Prompt.Encode(problem);
        var here = ours.Prefill(0, prompt.AsSpan());
        var there = model.Prefill(0, prompt.AsSpan());
        for (var i = 0; i < here.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(here[i] - there[i]));
        }
    }

    return worst;
}

async Task<bool> SweepsAsync()
{
    await using var server = new LlamaServer(files, model);
    using var remote = new RemoteFolder(files.Path, server.Url, "llama-server");
    var sweep = folder.File("sweep.yaml");
    await File.WriteAllTextAsync(sweep, $$"""
        apiVersion: reckon/v1
        kind: Sweep
        name: llama
        dataset: { path: {{dataset}}, limit: {{Problems}} }
        models: { proposer: {{remote.Folder}}, verifier: {{Path.Combine(RepositoryRoot.Folder, "models", "abacus-prm")}} }
        strategies:
          - bestOfN: { n: [1, 8] }
          - beam: { n: [8], width: 4 }
        """);
    using var run = Process.Start(
        "dotnet", [RepositoryRoot.PathTo("artifacts", "bin", "Reckon.Cli", "release", "reckon.dll"), "run", sweep, "--out", folder.File("out")]);
    await run.WaitForExitAsync();
    if (run.ExitCode != 0)
    {
        return false;
    }

    var summary = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("out/summary.json")))!;
    var mayVary = summary["models"]?["proposer"]?["mayVary"]?.GetValue<bool>() == true;
    Console.WriteLine($"a sweep on llama.cpp ended, its results marked as ones that may vary: {mayVary}");
    return mayVary;
}
