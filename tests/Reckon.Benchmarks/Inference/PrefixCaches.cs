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
/// What the prefix cache saves: beam search with and without it, next to best-of-N with the same number of generations, in one run.
/// </summary>
internal static class PrefixCaches
{
    private const int Generations = 64;
    private const int Width = 4;
    private const int Rounds = 12; // More than any answer has steps.
    private const int Repeats = 3;

    /// <summary>Prints the table. Each time is the best of several repeats on new seeds, all kinds in turns.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var models = arguments.Length > 0 ? arguments[0] : "models";
        var kinds = new[]
        {
            new Kind("best-of-64, no cache", IsBeam: false, KeptTokens: 0),
            new Kind("beam 64/4, no cache", IsBeam: true, KeptTokens: 0),
            new Kind("best-of-64", IsBeam: false, new EngineOptions().MaxKeptTokens),
            new Kind("beam 64/4", IsBeam: true, new EngineOptions().MaxKeptTokens),
        };
        var best = kinds.ToDictionary(kind => kind, _ => new Figures(double.PositiveInfinity, default!, default!));
        for (var seed = 0; seed <= Repeats; seed++)
        {
            foreach (var kind in kinds)
            {
                var found = await MeasureAsync(models, kind, seed);
                best[kind] = seed > 0 && found.Seconds < best[kind].Seconds ? found : best[kind]; // The first warms up.
            }
        }

        Print(kinds, best);
        return 0;
    }

    private static void Print(Kind[] kinds, Dictionary<Kind, Figures> best)
    {
        Console.WriteLine($"{Questions.Problems.Count} problems at once, {Generations} generations each, one thread a model");
        Console.WriteLine($"{"search",-26} {"wall ms",8} {"generated",10} {"replayed",9} {"prefilled",10} {"restored",9} {"proposer ms",12} {"verifier tok",13} {"again",7} {"verifier ms",12} {"in Run",7}");
        foreach (var kind in kinds)
        {
            var (seconds, proposer, verifier) = best[kind];
            Console.WriteLine($"{kind.Name,-26} {seconds * 1e3,8:f0} {proposer.GeneratedTokens,10} {proposer.ReplayedTokens,9} {proposer.PrefilledTokens,10} {proposer.RestoredTokens,9} {proposer.BusySeconds * 1e3,12:f0} {verifier.PrefilledTokens,13} {verifier.ReplayedTokens,7} {verifier.BusySeconds * 1e3,12:f0} {(proposer.ModelSeconds + verifier.ModelSeconds) / (proposer.BusySeconds + verifier.BusySeconds),7:p0}");
        }

        Console.WriteLine($"beam: wall without cache over with it        {best[kinds[1]].Seconds / best[kinds[3]].Seconds:f2}");
        Console.WriteLine(
            $"beam: verifier without cache over with it    {best[kinds[1]].Verifier.BusySeconds / best[kinds[3]].Verifier.BusySeconds:f2}");
        Console.WriteLine($"beam over best-of-64, wall                  {best[kinds[3]].Seconds / best[kinds[2]].Seconds:f2}");
    }

    private static async Task<Figures> MeasureAsync(string models, Kind kind, int seed)
    {
        var options = new EngineOptions { MaxKeptTokens = kind.KeptTokens };
        await using var proposer =
            InferenceEngines.OpenProposer(ModelFolder.Read(Path.Combine(models, "abacus-proposer")), options, new OnnxExecutionOptions());
        await using var verifier =
            InferenceEngines.OpenVerifier(ModelFolder.Read(Path.Combine(models, "abacus-prm")), options, new OnnxExecutionOptions());
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Questions.Problems.Select(problem => SearchAsync(proposer, verifier, new Prefix(problem, seed, [], []), kind.IsBeam)));
        return new Figures(Stopwatch.GetElapsedTime(since).TotalSeconds, proposer.Metrics, verifier.Metrics);
    }

    private static async Task SearchAsync(IProposerEngine proposer, IVerifierEngine verifier, Prefix root, bool isBeam)
    {
        var children = await ExpandAsync(proposer, verifier, root, Generations, isBeam ? Extent.Step : Extent.Answer);
        for (var round = 1; round < Rounds && children.Count > 0; round++)
        {
            var beams = children.OrderByDescending(child => child.Score).Take(Generations / Width).Select(child => child.Prefix);
            var next = await Task.WhenAll(beams.Select(beam => ExpandAsync(proposer, verifier, beam, Width, Extent.Step)));
            children = [.. next.SelectMany(child => child)];
        }
    }

    // The children that are not at their end, with their scores.
    private static async Task<List<(Prefix Prefix, double Score)>> ExpandAsync(
        IProposerEngine proposer, IVerifierEngine verifier, Prefix prefix, int count, Extent extent)
    {
        proposer.TryPropose(new ExpandRequest(prefix, 0, count, extent, Questions.Sampling), CancellationToken.None, out var proposed);
        var proposals = (await proposed!).Proposals; // The queue is longer than all requests together.
        verifier.TryJudge(prefix, proposals, CancellationToken.None, out var judged);
        var scores = (await judged!).Scores;
        return [.. proposals
            .Select((proposal, i) => (Proposal: proposal, Child: i, Score: scores[i][^1]))
            .Where(child => child.Proposal.Ending == Ending.Open)
            .Select(child =>
                (prefix with { Path = prefix.Path.Add(child.Child), Steps = prefix.Steps.AddRange(child.Proposal.Steps) }, child.Score))];
    }

    private sealed record Kind(string Name, bool IsBeam, int KeptTokens);

    private sealed record Figures(double Seconds, EngineMetrics Proposer, EngineMetrics Verifier);
}
