using System.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Sessions;
using Reckon.Inference.Onnx.Tests.Users;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Benchmarks.Inference;

/// <summary>Tokens a second of the engine over those of a bare loop, for each layout and type that exporters write, in one run.</summary>
internal static class UserModels
{
    private const int Warmups = 1;
    private const int Repeats = 12;
    private const int AnswerTokens = 96;
    private const int AnswersPerRow = 4;
    private static readonly int[] _batches = [1, 4, 16];
    private static readonly Problem _problem = new("b1", "Janet has 12 eggs and sells 3 of them. How many are left?", "9", "", 1);
    private static readonly Sampling _sampling = new(Temperature: 0.8, MaxStepTokens: AnswerTokens, MaxAnswerTokens: AnswerTokens);

    /// <summary>Prints the table. Each figure is the best of several repeats, bare loop and engine in turns.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var width = arguments.Length > 0 ? int.Parse(arguments[0]) : 512;
        Console.WriteLine($"{"export",-12} {"rows",4} {"bare tok/s",11} {"engine tok/s",13} {"ratio",6} {"by CPU time",12} {"engine in Run",14} {"mean batch",11}");
        foreach (var export in arguments.Length > 1 ? arguments[1..] : TinyFolder.Exports)
        {
            var shape = new TinyShape(0) { Width = width, Heads = width / 64, KeyHeads = 2, Inner = width * 11 / 4, Layers = 3, Context = 1024 };
            using var folder = new TinyFolder(export, shape: shape);
            var files = OnnxFolders.Read(folder.Path, ModelRole.Proposer);
            foreach (var batch in _batches)
            {
                await CompareAsync(export, files, batch, bareRows: batch);
            }

            if (PairsLoneRows(files))
            {
                await CompareAsync($"{export}, *", files, batch: 1, bareRows: 2); // The loop runs a lone row beside another, too, which counts nothing.
            }
        }

        return 0;
    }

    private static bool PairsLoneRows(ModelFolder files)
    {
        using var model = InferenceEngines.OpenModel(files, slots: 16, new OnnxExecutionOptions());
        return model.PairsLoneRows;
    }

    private static async Task CompareAsync(string export, ModelFolder files, int batch, int bareRows)
    {
        using var session = SessionOpener.Open(files, new OnnxExecutionOptions());
        using var bare = new LockstepLoop(files, session, bareRows);
        var rows = batch + (batch / 3); // A quarter is kept for children of one request; here each has one, and all others run.
        var options = new EngineOptions { MaxRows = rows, MaxParkedRows = 1, MaxQueuedChildren = 10_000, MaxKeptTokens = 4096 };
        await using var engine = InferenceEngines.OpenProposer(files, options, new OnnxExecutionOptions());
        var prompt = files.Prompt.Encode(_problem);
        var (bareBest, bareCpu, best) = (0.0, 0.0, new Rate(0, 0, 0, 0));
        var engineCpu = 0.0;
        for (var repeat = 0; repeat < Warmups + Repeats; repeat++)
        {
            var (cpu, seconds) = (Environment.CpuUsage.TotalTime, bare.Generate(prompt, AnswerTokens, _sampling.Temperature, new Random(repeat)));
            var (tokens, spent) = ((double)batch * AnswerTokens, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
            var rate = await GenerateAsync(engine, batch, repeat);
            if (repeat >= Warmups)
            {
                (bareBest, bareCpu) = (Math.Max(bareBest, tokens / seconds), Math.Max(bareCpu, tokens / spent));
                (best, engineCpu) = (rate.Wall > best.Wall ? rate : best, Math.Max(engineCpu, rate.Cpu));
            }
        }

        Console.WriteLine($"{export,-12} {batch,4} {bareBest,11:f0} {best.Wall,13:f0} {best.Wall / bareBest,6:f2} {engineCpu / bareCpu,12:f2} {best.ModelShare,14:p1} {best.MeanBatch,11:f1}");
    }

    // Answers end when they like, so the last ones run in a batch that is not full. They are not counted.
    private static async Task<Rate> GenerateAsync(IProposerEngine engine, int batch, int repeat)
    {
        var answers = batch * (AnswersPerRow + 1);
        var (left, full) = (answers - batch, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var (before, since, cpu) = (engine.Metrics, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var asked = new List<Task>();
        for (var i = 0; i < answers; i++)
        {
            var request = new ExpandRequest(new Prefix(_problem, (repeat * 10_000) + i, [], []), 0, 1, Extent.Answer, _sampling);
            if (engine.TryPropose(request, CancellationToken.None, out var reply))
            {
                asked.Add(reply.ContinueWith(
                    _ => Interlocked.Decrement(ref left) == 0 && full.TrySetResult(), TaskContinuationOptions.ExecuteSynchronously));
            }
        }

        await full.Task;
        var (seconds, after) = (Stopwatch.GetElapsedTime(since).TotalSeconds, engine.Metrics);
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        await Task.WhenAll(asked);
        var tokens = after.GeneratedTokens - before.GeneratedTokens;
        return new Rate(
            tokens / seconds, tokens / spent, (after.ModelSeconds - before.ModelSeconds) / seconds,
            (double)(after.DecodedRows - before.DecodedRows) / (after.DecodeSteps - before.DecodeSteps));
    }

    private sealed record Rate(double Wall, double Cpu, double ModelShare, double MeanBatch);
}
