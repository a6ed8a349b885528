using System.Diagnostics;
using Reckon.Benchmarks.Inference;
using Reckon.Benchmarks.Launch;
using Reckon.Benchmarks.Rounds;
using Reckon.Benchmarks.Sweeps;

namespace Reckon.Benchmarks;

/// <summary>Every benchmark, one after the other: they would disturb one another.</summary>
internal static class AllBenchmarks
{
    public static async Task<int> RunAsync()
    {
        var since = Stopwatch.GetTimestamp();
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {LoadAverage()}");
        foreach (var (name, run) in ((string, Func<string[], Task<int>>)[])
        [
            ("engine-against-bare-loop", EngineAgainstBareLoop.RunAsync),
            ("engine-costs", EngineCosts.RunAsync),
            ("sampler", SamplerCosts.RunAsync),
            ("large-vocabulary", LargeVocabulary.RunAsync),
            ("user-models", UserModels.RunAsync),
            ("large-model", LargeModelCosts.RunAsync),
            ("prefix-caches", PrefixCaches.RunAsync),
            ("threads-of-sessions", ThreadsOfSessions.RunAsync),
            ("asynchronous-rounds", AsynchronousRounds.RunAsync),
            ("price-of-repeatability", PriceOfRepeatability.RunAsync),
            ("device-sharing", DeviceSharing.RunAsync),
            ("sweep-against-bare-loops", SweepAgainstBareLoops.RunAsync),
            ("strategies-against-best-of-n", StrategiesAgainstBestOfN.RunAsync),
            ("start-up", StartUp.RunAsync),
        ])
        {
            Console.WriteLine();
            Console.WriteLine($"== {name}");
            var begun = Stopwatch.GetTimestamp();
            if (await run([]) is var code and not 0)
            {
                return code;
            }

            Console.WriteLine($"({Stopwatch.GetElapsedTime(begun).TotalSeconds:f0} s)");
        }

        Console.WriteLine();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(since).TotalSeconds:f0} s, {LoadAverage()}");
        return 0;
    }

    // The machine may be shared, and a figure without the load of its time says little.
    private static string LoadAverage() => $"load of the last minute {File.ReadAllText("/proc/loadavg").Split(' ')[0]}";
}
