using System.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Tests.Large;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.Benchmarks.Inference;

/// <summary>
/// Where an engine's time goes when the model is a thousand times the shipped one: a hundred million random weights behind a vocabulary of
/// 150,000. What is not inside a run of the model is the engine's own.
/// </summary>
internal static class LargeModelCosts
{
    private const int Vocabulary = 150_000;
    private const int Size = 320;
    private const int Layers = 12;
    private const int StepTokens = 16;
    private const int Rounds = 3;
    private static readonly Sampling _sampling = new(Temperature: 0.8, MaxStepTokens: StepTokens, MaxAnswerTokens: 64);

    private static readonly (string Name, Sampling Sampling)[] _ways =
    [
        ("temperature 0.8", _sampling), ("top-p 0.95", _sampling with { TopP = 0.95 }), ("greedy", _sampling.Greedy()),
    ];

    /// <summary>Prints the table: beam search's requests, 4 prefixes by 4 children by a step of 16 tokens.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        using var folder = new TempFolder();
        var files = new LargeModel(Vocabulary, Size, Layers).WriteTo(folder.Path);
        await using var engine = InferenceEngines.OpenProposer(
            files, new EngineOptions { MaxRows = 16, MaxParkedRows = 8, MaxKeptTokens = 4096 }, new OnnxExecutionOptions());
        Console.WriteLine($"{new FileInfo(Path.Combine(folder.Path, "model.onnx")).Length / 4e6:f0} million weights, vocabulary {Vocabulary}, 1 thread");
        Console.WriteLine($"{"",-16} {"tok/s",7} {"mean batch",11} {"in Run",8} {"own ms an expansion",20} {"own µs a token",15} {"other threads ms an expansion",30}");
        foreach (var (name, sampling) in _ways)
        {
            await MeasureAsync(engine, "", sampling, seed: 1);
            await MeasureAsync(engine, name, sampling, seed: 2);
        }

        return 0;
    }

    private static async Task MeasureAsync(IProposerEngine engine, string name, Sampling sampling, long seed)
    {
        var (before, since, cpu) = (engine.Metrics, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Prefix[] prefixes = [.. Enumerable.Range(0, 4).Select(i => new Prefix(new Problem($"p{i}", $"{i + 5} 77 1234 {i * 100} 9", "", "", 1), seed, [], []))];
        var expansions = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var replies = await Task.WhenAll(prefixes.Select(prefix => Propose(engine, prefix, sampling)));
            expansions += replies.Length;
            prefixes = [.. prefixes.Zip(replies, Next)];
        }

        if (name.Length == 0)
        {
            return; // The compiler was at work.
        }

        var (seconds, spent, after) = (Stopwatch.GetElapsedTime(since).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, engine.Metrics);
        var (model, busy) = (after.ModelSeconds - before.ModelSeconds, after.BusySeconds - before.BusySeconds);
        var tokens = after.GeneratedTokens - before.GeneratedTokens;
        var batch = (double)(after.DecodedRows - before.DecodedRows) / (after.DecodeSteps - before.DecodeSteps);
        Console.WriteLine($"{name,-16} {tokens / seconds,7:f0} {batch,11:f1} {model / busy,8:p1} {(busy - model) / expansions * 1e3,20:f2} {(busy - model) / tokens * 1e6,15:f0} {(spent - busy) / expansions * 1e3,30:f2}");
    }

    private static Task<ProposeReply> Propose(IProposerEngine engine, Prefix prefix, Sampling sampling) =>
        engine.TryPropose(new ExpandRequest(prefix, 0, 4, Extent.Step, sampling), CancellationToken.None, out var reply)
            ? reply
            : throw new InvalidOperationException("The engine is full.");

    private static Prefix Next(Prefix prefix, ProposeReply reply) =>
        prefix with { Path = prefix.Path.Add(0), Steps = prefix.Steps.AddRange(reply.Proposals[0].Steps) };
}
