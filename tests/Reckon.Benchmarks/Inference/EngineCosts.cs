using System.Collections.Immutable;
using System.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Benchmarks.Inference;

/// <summary>What the engine's single operations cost: reading a prompt, forking a prefix, scoring a step.</summary>
internal static class EngineCosts
{
    private const int Repeats = 200;
    private const int Blocks = 5;

    /// <summary>Prints the table. Each figure is the best block's mean.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var models = arguments.Length > 0 ? arguments[0] : "models";
        var folder = ModelFolder.Read(Path.Combine(models, "abacus-proposer"), ModelRole.Proposer);
        using var model = InferenceEngines.OpenModel(folder, slots: 2, new OnnxExecutionOptions());
        Console.WriteLine($"{"tokens",6} {"prefill µs",11} {"tok/s",8} {"fork µs",8} {"decode µs",10}");
        foreach (var length in (int[])[16, 32, 64, 128, 250])
        {
            int[] text = [1, .. Enumerable.Range(0, length - 1).Select(i => 4 + (i * 7 % 100))];
            var prefill = Measure(() => model.Prefill(0, text));
            var fork = Measure(() => model.Fork(0, 1));
            var decode = Measure(() =>
            {
                model.Decode([5]);
                model.Rewind(0, length);
            });
            Console.WriteLine($"{length,6} {prefill,11:f1} {length / prefill * 1e6,8:f0} {fork,8:f1} {decode,10:f1}");
        }

        await JudgeAsync(models);
        return 0;
    }

    private static async Task JudgeAsync(string models)
    {
        await using var proposer = InferenceEngines.OpenProposer(ModelFolder.Read(Path.Combine(models, "abacus-proposer")),
            new EngineOptions(), new OnnxExecutionOptions());
        await using var verifier = InferenceEngines.OpenVerifier(ModelFolder.Read(Path.Combine(models, "abacus-prm")),
            new EngineOptions(), new OnnxExecutionOptions());
        var prefix = new Prefix(Questions.Problems[0], 1, [], []);
        var request = new ExpandRequest(prefix, 0, 64, Extent.Answer, Questions.Sampling);
        proposer.TryPropose(request, CancellationToken.None, out var proposed);
        ImmutableArray<Proposal> judged = [.. (await proposed!).Proposals.Where(proposal => proposal.Ending == Ending.Finished)];
        for (var block = 0; block < Blocks; block++)
        {
            var before = verifier.Metrics;
            verifier.TryJudge(prefix, judged, CancellationToken.None, out var reply);
            await reply!;
            var after = verifier.Metrics;
            var (steps, busy) = (after.ScoredSteps - before.ScoredSteps, after.BusySeconds - before.BusySeconds);
            Console.WriteLine($"verifier: {judged.Length} answers, {steps} distinct steps in {busy * 1e3:f1} ms: {steps / busy:f0} steps/s, {(after.PrefilledTokens - before.PrefilledTokens) / busy:f0} tok/s, {(after.ModelSeconds - before.ModelSeconds) / busy:p1} in Run");
        }
    }

    private static double Measure(Action action)
    {
        var best = double.PositiveInfinity;
        for (var block = 0; block < Blocks; block++)
        {
            var since = Stopwatch.GetTimestamp();
            for (var i = 0; i < Repeats; i++)
            {
                action();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(since).TotalMicroseconds / Repeats);
        }

        return best;
    }
}
