using System.Diagnostics;
using Reckon.Benchmarks.Machine;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Benchmarks.Inference;

/// <summary>
/// Searches over many problems at once with both engines running at any time, and with the device used in turns; and with
/// few prompt tokens a step. On one core (<c>taskset -c 0</c>) the first two are what sharing is for.
/// </summary>
internal static class DeviceSharing
{
    private const int Problems = 24;
    private const int Repeats = 3;
    private static readonly Sampling _sampling = new(Temperature: 0.8, MaxStepTokens: 64, MaxAnswerTokens: 192);
    private static readonly ISearchStrategy[] _strategies = [new BestOfN(16), new BeamSearch(16, 4)];

    /// <summary>Prints the table: medians, all kinds in turns.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var models = arguments.Length > 0 ? arguments[0] : "models";
        Kind[] kinds =
        [
            new("at any time", () => new EngineOptions()),
            new("in turns", () => new EngineOptions { Device = new SharedDevice(TimeProvider.System) }),
            new("at any time, 128 tokens per step", () => new EngineOptions { MaxBatchTokens = 128 }),
        ];
        var found = kinds.ToDictionary(kind => kind, _ => new List<Figures>());
        for (var repeat = 0; repeat <= Repeats; repeat++)
        {
            foreach (var kind in kinds)
            {
                var figures = await MeasureAsync(models, kind.Options(), seed: repeat);
                if (repeat > 0) // The first compiles.
                {
                    found[kind].Add(figures);
                }
            }
        }

        Print(kinds, found);
        return 0;
    }

    private static void Print(Kind[] kinds, Dictionary<Kind, List<Figures>> found)
    {
        Console.WriteLine($"{Problems} problems at once, best-of-16 and beam 16/4, one thread a model, {Environment.ProcessorCount} cores; medians of {Repeats}");
        Console.WriteLine($"{"engines run",-34} {"wall s",7} {"best",6} {"of the first",12} {"processor s",12} {"proposer s",11} {"rows",6} {"verifier s",11}");
        foreach (var kind in kinds)
        {
            double Of(Func<Figures, double> value) => Median.Of(found[kind], value);
            var ratios = found[kind].Zip(found[kinds[0]], (figures, first) => figures.Seconds / first.Seconds).ToList();
            Console.WriteLine($"{kind.Name,-34} {Of(figures => figures.Seconds),7:f2} {found[kind].Min(figures => figures.Seconds),6:f2} {Median.Of(ratios, ratio => ratio),12:f2} {Of(figures => figures.ProcessorSeconds),12:f2} {Of(figures => figures.Proposer.ModelSeconds),11:f2} {Of(figures => figures.Proposer.MeanBatch),6:f1} {Of(figures => figures.Verifier.ModelSeconds),11:f2}");
        }
    }

    private static async Task<Figures> MeasureAsync(string models, EngineOptions options, long seed)
    {
        await using var proposer =
            InferenceEngines.OpenProposer(ModelFolder.Read(Path.Combine(models, "abacus-proposer")), options, new OnnxExecutionOptions());
        await using var verifier =
            InferenceEngines.OpenVerifier(ModelFolder.Read(Path.Combine(models, "abacus-prm")), options, new OnnxExecutionOptions());
        var expander = new ProposeThenJudge(new EngineProposer(proposer), new EngineVerifier(verifier));
        var (since, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(1, Problems).Select(number => SearchAsync(expander, ProblemOf(number), seed)));
        return new Figures(
            Stopwatch.GetElapsedTime(since).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            proposer.Metrics, verifier.Metrics);
    }

    // As a problem's trials run: one after the other.
    private static async Task SearchAsync(INodeExpander expander, Problem problem, long seed)
    {
        foreach (var strategy in _strategies)
        {
            var runner = new SearchRunner(expander, new LocalBudgetGate(Budget.Unlimited));
            await runner.RunAsync(new SearchTask(problem, seed, strategy, _sampling), CancellationToken.None);
        }
    }

    private static Problem ProblemOf(int number) =>
        new($"b{number}", $"Compute {number + 3}*({number % 7 + 2}+{number % 5 + 3})+{number + 11}*7-({number}+4).", "0", "arithmetic", 4);

    private sealed record Kind(string Name, Func<EngineOptions> Options);

    private sealed record Figures(double Seconds, double ProcessorSeconds, EngineMetrics Proposer, EngineMetrics Verifier);
}
