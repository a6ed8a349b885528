using Reckon.Benchmarks.Machine;
using Reckon.Testing;

namespace Reckon.Benchmarks.Launch;

/// <summary>
/// Wall time and processor time of a sweep of one strategy over those of best-of-n at the same n, each in a process of its own, by turns. The
/// start of the process, measured with a sweep of one answer a problem, is taken off both. On a machine that others use, the ratio of
/// processor times is the steadier of the two.
/// </summary>
internal static class StrategiesAgainstBestOfN
{
    private const int Repeats = 3;
    private const string BestOfN = "bestOfN: { n: 16 }";

    private static readonly string[] _strategies =
    [
        "beam: { n: 16, width: 4 }",
        "dvts: { n: 16, width: 4 }",
        "lookahead: { n: 16, width: 2, steps: 1 }",
        "lookahead: { n: 16, width: 4, steps: 3 }",
        "rebase: { n: 16 }",
        "particles: { n: 16 }",
        "mcts: { n: 16, width: 4 }",
        "distinct: { n: 16 }",
        "revise: { n: 16, chains: 4 }",
        "revise: { n: 16, chains: 1 }",
    ];

    /// <summary>Prints a line for each strategy, or for those given as <paramref name="arguments"/>.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var start = await MedianAsync("bestOfN: { n: 1 }");
        Console.WriteLine($"over best-of-n at n = 16, medians of {Repeats} turns; load {MachineLoad.OfLastMinute():f1} at the start, start of a process {start.End:f1} s");
        Console.WriteLine($"{"strategy",-44} wall time             processor time");
        foreach (var strategy in arguments.Length > 0 ? arguments : _strategies)
        {
            List<(ProcessFigures Best, ProcessFigures Other)> turns = [];
            for (var turn = 0; turn < Repeats; turn++)
            {
                turns.Add((await RunAsync(BestOfN), await RunAsync(strategy)));
            }

            Console.WriteLine($"{strategy,-44} {Ratio(turns, run => run.End - start.End)}   {Ratio(turns, run => run.Cpu - start.Cpu)}");
        }

        return 0;
    }

    private static async Task<ProcessFigures> MedianAsync(string strategy)
    {
        List<ProcessFigures> runs = [];
        for (var turn = 0; turn < Repeats; turn++)
        {
            runs.Add(await RunAsync(strategy));
        }

        return runs.OrderBy(run => run.End).ElementAt(Repeats / 2);
    }

    private static string Ratio(List<(ProcessFigures Best, ProcessFigures Other)> turns, Func<ProcessFigures, double> seconds) =>
        $"{Median.Of(turns, turn => seconds(turn.Other) / seconds(turn.Best)):f2} "
        + $"({Median.Of(turns, turn => seconds(turn.Other)):f1} s / {Median.Of(turns, turn => seconds(turn.Best)):f1} s)";

    private static async Task<ProcessFigures> RunAsync(string strategy)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "sweep.yaml");
        await File.WriteAllTextAsync(file, $$"""
            apiVersion: reckon/v1
            kind: Sweep
            name: one-strategy
            dataset: { path: {{RepositoryRoot.PathTo("datasets", "abacus", "test.jsonl")}}, limit: 200 }
            models:
              proposer: {{RepositoryRoot.PathTo("models", "abacus-proposer")}}
              verifier: {{RepositoryRoot.PathTo("models", "abacus-prm")}}
            seeds: [0, 1]
            sampling: { temperature: 0.8, maxStepTokens: 64, maxAnswerTokens: 192 }
            trees: false
            strategies: [{{strategy}}]
            """);
        return await ProcessWatch.RunAsync(file);
    }
}
