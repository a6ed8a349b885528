using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Contracts.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.Testing;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>
/// What a sweep of very many small trials costs besides inference: memory of the silo, bytes that the store is sent, time. The models are
/// simulated and take no time.
/// </summary>
internal static class ManyTrials
{
    private const double Mega = 1e6;
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _nodesReleased = TimeSpan.FromSeconds(25);

    /// <summary>Prints the figures of one sweep.</summary>
    /// <param name="arguments">
    /// Where a Redis is, such as 127.0.0.1:6379; without it the embedded server. Then problems, then trials of each.
    /// </param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var redis = arguments.FirstOrDefault(argument => argument.Contains(':', StringComparison.Ordinal));
        var numbers = arguments.Where(argument => argument != redis).Select(int.Parse).ToArray();
        using var folder = new TempFolder();
        using var embedded = redis is null ? EmbeddedServer.Start(folder.Path) : null;
        var store = new WatchedStore(embedded?.ConnectionString ?? redis!, folder.Path);
        using var silo = await StartAsync(store.ConnectionString);
        Console.WriteLine(redis is null ? "embedded server" : "redis-server");
        var (problems, trials) = (numbers.FirstOrDefault(1_000), numbers.Skip(1).FirstOrDefault(100));
        await MeasureAsync(silo, store, SimulatedSweep.Of(problems, trials));
        await MeasureSubmissionAsync(silo);
        await silo.StopAsync();
        return 0;
    }

    private static async Task<IHost> StartAsync(string store)
    {
        var settings = new SiloSettings($"bench-{Environment.ProcessId}", store, IPAddress.Loopback, FreePort.Find(), GatewayPort: 0);
        var silo = SiloHost.Build(
            settings, SiloRoles.Coordinator | SiloRoles.Worker, [SimulatedSweep.Device()], new ReckonOptions(), StrategyRegistry.BuiltIn,
            Serilog.Core.Logger.None);
        await silo.StartAsync();
        return silo;
    }

    private static async Task MeasureAsync(IHost silo, WatchedStore store, SweepSubmission submission)
    {
        await RunAsync(silo, SimulatedSweep.Of(problems: 300, trials: 100, first: 1_000_000), "warm-up");
        await Task.Delay(_nodesReleased);
        var (before, sent) = (GC.GetTotalMemory(forceFullCollection: true), await store.BytesAsync());
        var (client, wall, cpu) = await RunAsync(silo, submission, "measured");
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        sent = await store.BytesAsync() - sent;
        var trials = (await client.StatusAsync()).TrialsDone;
        var since = Stopwatch.GetTimestamp();
        var outcomes = 0L;
        await foreach (var outcome in client.OutcomesAsync())
        {
            outcomes += outcome.Length;
        }

        var read = Stopwatch.GetElapsedTime(since);
        await Task.Delay(_nodesReleased);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var kinds = await store.KindsAsync();
        Console.WriteLine($"""
              {trials} trials of {submission.Problems.Length} problems
              wall time                        {wall:f1} s, {trials / wall:f0} trials a second
              processor time of all            {1e3 * cpu / trials:f2} ms a trial
              memory of the process afterwards {kept / (double)trials:f0} bytes a trial more than before
              peak resident memory             {peak / Mega:f0} MB
              bytes sent to the store          {sent / Mega:f1} MB, nodes among them
              bytes of outcomes                {outcomes / Mega:f1} MB, read back in {read.TotalSeconds:f1} s
              bytes in the store               {string.Join(", ", kinds.Select(kind => $"{kind.Name} {kind.Bytes / Mega:f1} MB"))}
            """);
    }

    private static async Task<(SweepClient Client, double Wall, double Cpu)> RunAsync(IHost silo, SweepSubmission submission, string id)
    {
        var client = new SweepClient(silo.Services.GetRequiredService<IGrainFactory>(), id);
        var (since, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await client.StartAsync(submission, CancellationToken.None);
        while ((await client.StatusAsync()).Phase == SweepPhase.Running)
        {
            await Task.Delay(_interval);
        }

        return (client, Stopwatch.GetElapsedTime(since).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    // Nothing of it is run: it is stopped at once.
    private static async Task MeasureSubmissionAsync(IHost silo)
    {
        const int Problems = 100_000;
        var submission = SimulatedSweep.Of(Problems, trials: 1);
        var client = new SweepClient(silo.Services.GetRequiredService<IGrainFactory>(), "submitted");
        var since = Stopwatch.GetTimestamp();
        await client.StartAsync(submission, CancellationToken.None);
        Console.WriteLine($"  {Problems} problems were accepted in    {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s");
        await client.StopAsync();
    }
}
