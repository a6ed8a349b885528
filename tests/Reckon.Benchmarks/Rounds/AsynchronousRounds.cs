using System.Diagnostics;
using Reckon.Benchmarks.Inference;
using Reckon.Benchmarks.Machine;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Simulation;
using Reckon.Testing;

namespace Reckon.Benchmarks.Rounds;

/// <summary>
/// The time of a search with asynchronous rounds over that of the same search without: on a device that has room for all and a clock of its
/// own; on the real engines with simulated models that take a fixed time a run; and with the shipped models.
/// </summary>
internal static class AsynchronousRounds
{
    private const int VirtualSearches = 40;
    private const int Pairs = 5;
    private static readonly Sampling _sampling = Questions.Sampling with { MaxStepTokens = 192, MaxAnswerTokens = 1_000 };
    private static readonly TimeSpan _run = TimeSpan.FromMilliseconds(2);
    private static readonly SimulatedSearch _long = new() { FinishChances = [0, 0, 0, 0, 0.1, 0.1, 0.2, 0.2, 0.3] };

    /// <summary>Prints the tables: medians of pairs, each measured in turns.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        Console.WriteLine($"room for every draw, a clock of its own, lengths exponential: medians of {VirtualSearches} searches");
        foreach (var n in (int[])[16, 64])
        {
            await PrintVirtualAsync(n);
        }

        var language = new SimulatedLanguage { MoreSteps = 6, MeanDots = 20 };
        var pace = new DevicePace(TimeProvider.System, _run, TimeSpan.Zero);
        Console.WriteLine(
            $"engines of 64 rows on simulated models, {_run.TotalMilliseconds} ms a run, 8 to 11 steps of 9 tokens and 20 more in the mean");
        await PrintAsync(
            options => SimulatedEngines.OpenProposer(language, options, pace),
            options => SimulatedEngines.OpenVerifier(language, options, DevicePace.Instant), searchesAtOnce: 1);

        var models = arguments.Length > 0 ? arguments[0] : "models";
        foreach (var searchesAtOnce in (int[])[1, 8])
        {
            Console.WriteLine($"engines of 64 rows on the shipped models, {searchesAtOnce} at once");
            await PrintAsync(
                options => InferenceEngines.OpenProposer(
                    ModelFolder.Read(Path.Combine(models, "abacus-proposer")), options, new OnnxExecutionOptions()),
                options => InferenceEngines.OpenVerifier(
                    ModelFolder.Read(Path.Combine(models, "abacus-prm")), options, new OnnxExecutionOptions()), searchesAtOnce);
        }

        return 0;
    }

    private static async Task PrintVirtualAsync(int n)
    {
        foreach (var (name, strategy) in RoundStrategies.Of(n))
        {
            List<double> ratios = [];
            for (var seed = 0; seed < VirtualSearches; seed++)
            {
                var task = Some.Task(strategy, seed);
                ratios.Add(
                    await VirtualDevice.TimeAsync(_long, task with { IsAsynchronous = true }) / await VirtualDevice.TimeAsync(_long, task));
            }

            Print(name, ratios);
        }
    }

    private static async Task PrintAsync(
        Func<EngineOptions, IProposerEngine> openProposer, Func<EngineOptions, IVerifierEngine> openVerifier, int searchesAtOnce)
    {
        foreach (var (name, strategy) in RoundStrategies.Of(64))
        {
            List<(double Wall, double Processor)> ratios = [];
            for (var pair = 0; pair <= Pairs; pair++)
            {
                var times = new (double Wall, double Processor)[2];
                foreach (var turn in pair % 2 == 0 ? [0, 1] : (int[])[1, 0])
                {
                    await using var proposer = openProposer(new EngineOptions());
                    await using var verifier = openVerifier(new EngineOptions());
                    var expander = new ProposeThenJudge(new EngineProposer(proposer), new EngineVerifier(verifier));
                    times[turn] = await SecondsAsync(expander, strategy, seed: pair, isAsynchronous: turn == 1, searchesAtOnce);
                }

                if (pair > 0) // The first compiles.
                {
                    ratios.Add((times[1].Wall / times[0].Wall, times[1].Processor / times[0].Processor));
                }
            }

            Print(name, [.. ratios.Select(ratio => ratio.Wall)], $"; processor time {Median.Of(ratios, ratio => ratio.Processor):f2}");
        }
    }

    private static async Task<(double Wall, double Processor)> SecondsAsync(
        INodeExpander expander, ISearchStrategy strategy, long seed, bool isAsynchronous, int searchesAtOnce)
    {
        var (since, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, searchesAtOnce).Select(search =>
        {
            var problem = Questions.Problems[search % Questions.Problems.Count];
            var task = new SearchTask(problem, seed + (100 * search), strategy, _sampling)
            {
                IsAsynchronous = isAsynchronous,
            };
            return new SearchRunner(expander, new LocalBudgetGate(Budget.Unlimited)).RunAsync(task, CancellationToken.None);
        }));
        return (Stopwatch.GetElapsedTime(since).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static void Print(string name, List<double> ratios, string rest = "") =>
        Console.WriteLine($"  {name,-28} {Median.Of(ratios):f2}   ({ratios.Min():f2} to {ratios.Max():f2}){rest}");
}
