using Reckon.Benchmarks.Machine;
using Reckon.Testing;

namespace Reckon.Benchmarks.Launch;

/// <summary>
/// Wall time of a sweep of one strategy over that of best-of-n at the same n, each in a process of its own, by turns. The start of the
/// process, measured with a sweep of one answer a problem, is taken off both.
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
        Console.WriteLine("""
            strategy                                     wall time over best-of-n at n = 16, medians of 3, and seconds of both
            """);
        foreach (var strategy in arguments.Length > 0 ? arguments : _strategies)
        {
            List<(double Start, double Best, double Other)> times = [];
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                times.Add((await SecondsAsync("bestOfN: { n: 1 }"), await SecondsAsync(BestOfN), await SecondsAsync(strategy)));
            }

            var (best, other) = (Median.Of(times, time => time.Best - time.Start), Median.Of(times, time => time.Other - time.Start));
            Console.WriteLine($"{strategy,-44} {Median.Of(times, time => (time.Other - time.Start) / (time.Best - time.Start)):f2}   {other:f1} / {best:f1}");
        }

        return 0;
    }

    private static async Task<double> SecondsAsync(string strategy)
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
        return (await ProcessWatch.RunAsync(file)).End;
    }
}
