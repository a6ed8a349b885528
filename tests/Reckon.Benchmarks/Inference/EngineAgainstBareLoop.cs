using System.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Sessions;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Benchmarks.Inference;

/// <summary>What batching requests costs over a loop that knows its batch: tokens per second of both, in one run.</summary>
internal static class EngineAgainstBareLoop
{
    private const int Warmups = 2;
    private const int Repeats = 7;
    private static readonly int[] _batches = [1, 8, 32, 64];

    /// <summary>Prints the table. Each figure is the best of several repeats, bare loop and engine in turns.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var path = Path.Combine(arguments.Length > 0 ? arguments[0] : "models", "abacus-proposer");
        var folder = ModelFolder.Read(path, ModelRole.Proposer);
        using var session = SessionOpener.Open(folder, new OnnxExecutionOptions());
        Console.WriteLine($"{folder.Descriptor.Card.Name}, {folder.Descriptor.Card.Parameters} parameters, 1 thread");
        Console.WriteLine($"{"batch",5} {"bare tok/s",11} {"engine tok/s",13} {"ratio",6} {"by CPU time",12} {"bare in Run",12} {"engine in Run",14} {"mean batch",11} {"tokens",8}");
        foreach (var batch in _batches)
        {
            await CompareAsync(folder, session, batch);
        }

        return 0;
    }

    private static async Task CompareAsync(ModelFolder folder, Microsoft.ML.OnnxRuntime.InferenceSession session, int batch)
    {
        using var bare = new BareLoop(folder, session, batch);
        await using var engine = InferenceEngines.OpenProposer(folder,
            new EngineOptions { MaxRows = batch, MaxQueuedChildren = 1_000_000 }, new OnnxExecutionOptions());
        var prompt = folder.Prompt.Encode(Questions.Problems[0]);
        var (bareCpu, engineCpu) = (0.0, 0.0); // Tokens a second of processor time: what others do on the machine shows less in it.
        var (bareBest, bareShare, engineBest, engineShare, meanBatch, tokens) = (0.0, 0.0, 0.0, 0.0, 0.0, 0L);
        for (var repeat = 0; repeat < Warmups + Repeats; repeat++)
        {
            var run = await GenerateAsync(engine, batch, repeat);
            var steps = (int)Math.Clamp(run.Tokens / run.Answers, 2, 200);
            var (seconds, runSeconds, cpuBefore) = (0.0, 0.0, Environment.CpuUsage.TotalTime);
            for (var turn = 0; turn < run.Answers / batch; turn++)
            {
                seconds += bare.Generate(prompt, steps, Questions.Sampling.Temperature, new Random(turn));
                runSeconds += bare.RunSeconds;
            }

            var bareRate = (double)run.Answers / batch * batch * steps / seconds;
            var bareCpuRate = (double)run.Answers / batch * batch * steps / (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
            if (repeat < Warmups)
            {
                continue;
            }

            (bareCpu, engineCpu) = (Math.Max(bareCpu, bareCpuRate), Math.Max(engineCpu, run.CpuRate));
            (bareBest, bareShare) = bareRate > bareBest ? (bareRate, runSeconds / seconds) : (bareBest, bareShare);
            (engineBest, engineShare, meanBatch, tokens) = run.Rate > engineBest
                ? (run.Rate, run.ModelShare, run.MeanBatch, run.Tokens)
                : (engineBest, engineShare, meanBatch, tokens);
        }

        Console.WriteLine($"{batch,5} {bareBest,11:f0} {engineBest,13:f0} {engineBest / bareBest,6:f2} {engineCpu / bareCpu,12:f2} {bareShare,12:p1} {engineShare,14:p1} {meanBatch,11:f1} {tokens,8}");
    }

    private static async Task<EngineRun> GenerateAsync(IProposerEngine engine, int batch, int repeat)
    {
        var before = engine.Metrics;
        var (since, cpuBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var asked = new List<Task<ProposeReply>>();
        var answers = Math.Max(batch * 16, 256); // Enough for the compiler to have settled after the warm-ups.
        for (var i = 0; i < Questions.Problems.Count; i++)
        {
            var prefix = new Prefix(Questions.Problems[i], repeat, [], []);
            if (engine.TryPropose(new ExpandRequest(prefix, 0, answers / Questions.Problems.Count, Extent.Answer, Questions.Sampling),
                CancellationToken.None, out var reply))
            {
                asked.Add(reply);
            }
        }

        await Task.WhenAll(asked);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var after = engine.Metrics;
        var tokens = after.GeneratedTokens - before.GeneratedTokens;
        return new EngineRun(
            answers, tokens, tokens / seconds, tokens / (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds,
            (after.ModelSeconds - before.ModelSeconds) / seconds,
            (double)(after.DecodedRows - before.DecodedRows) / (after.DecodeSteps - before.DecodeSteps));
    }

    private sealed record EngineRun(int Answers, long Tokens, double Rate, double CpuRate, double ModelShare, double MeanBatch);
}
