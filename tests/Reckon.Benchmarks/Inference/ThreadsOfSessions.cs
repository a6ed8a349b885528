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

/// <summary>
/// How two cores are used best: one session on two threads, or two sessions on one thread each, with the same work and as many rows
/// in all.
/// </summary>
internal static class ThreadsOfSessions
{
    private const int Repeats = 4;
    private const int Rows = 64;
    private const int Answers = 192; // A problem.

    /// <summary>Prints the table. Each figure is the best of several repeats on new seeds, both kinds in turns.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var models = arguments.Length > 0 ? arguments[0] : "models";
        var best = new Dictionary<(string Model, int Sessions), double>();
        for (var seed = 0; seed <= Repeats; seed++)
        {
            foreach (var sessions in (int[])[1, 2])
            {
                var (proposals, proposerRate) = await ProposeAsync(models, sessions, seed);
                var verifierRate = await JudgeAsync(models, sessions, seed, proposals);
                if (seed > 0) // The first warms up.
                {
                    best[("proposer", sessions)] = Math.Max(best.GetValueOrDefault(("proposer", sessions)), proposerRate);
                    best[("verifier", sessions)] = Math.Max(best.GetValueOrDefault(("verifier", sessions)), verifierRate);
                }
            }
        }

        Console.WriteLine($"{"model",-10} {"1 session, 2 threads",21} {"2 sessions, 1 thread",21} {"ratio",6}");
        foreach (var model in (string[])["proposer", "verifier"])
        {
            var (one, two) = (best[(model, 1)], best[(model, 2)]);
            Console.WriteLine($"{model,-10} {one,14:f0} tok/s {two,14:f0} tok/s {two / one,6:f2}");
        }

        return 0;
    }

    private static async Task<(ImmutableArray<Proposal>[] Proposals, double Rate)> ProposeAsync(string models, int sessions, int seed)
    {
        var options = new EngineOptions { MaxRows = Rows / sessions };
        await using var first =
            InferenceEngines.OpenProposer(ModelFolder.Read(Path.Combine(models, "abacus-proposer")), options, Execution(sessions));
        await using var second =
            InferenceEngines.OpenProposer(ModelFolder.Read(Path.Combine(models, "abacus-proposer")), options, Execution(sessions));
        var since = Stopwatch.GetTimestamp();
        var replies = await Task.WhenAll(Questions.Problems.Select((problem, i) =>
        {
            var request = new ExpandRequest(new Prefix(problem, seed, [], []), 0, Answers, Extent.Answer, Questions.Sampling);
            var engine = i % sessions == 0 ? first : second;
            return engine.TryPropose(request, CancellationToken.None, out var reply)
                ? reply
                : throw new InvalidOperationException("The queue is full.");
        }));
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return ([.. replies.Select(reply => reply.Proposals)], (first.Metrics.GeneratedTokens + second.Metrics.GeneratedTokens) / seconds);
    }

    private static async Task<double> JudgeAsync(string models, int sessions, int seed, ImmutableArray<Proposal>[] proposals)
    {
        await using var first =
            InferenceEngines.OpenVerifier(ModelFolder.Read(Path.Combine(models, "abacus-prm")), new EngineOptions(), Execution(sessions));
        await using var second =
            InferenceEngines.OpenVerifier(ModelFolder.Read(Path.Combine(models, "abacus-prm")), new EngineOptions(), Execution(sessions));
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Questions.Problems.Select((problem, i) =>
        {
            ImmutableArray<Proposal> finished = [.. proposals[i].Where(proposal => proposal.Ending == Ending.Finished)];
            var engine = i % sessions == 0 ? first : second;
            return engine.TryJudge(new Prefix(problem, seed, [], []), finished, CancellationToken.None, out var reply)
                ? reply
                : throw new InvalidOperationException("The queue is full.");
        }));
        return (first.Metrics.PrefilledTokens + second.Metrics.PrefilledTokens) / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static OnnxExecutionOptions Execution(int sessions) => new() { Threads = 2 / sessions };
}
