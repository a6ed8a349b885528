using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Testing;

namespace Reckon.Benchmarks.Scale;

/// <summary>How the answers go on after one of three worker processes is killed or stopped.</summary>
internal static class ScaleFaults
{
    private const int Fleets = 3;
    private const string Devices = "4"; // Of a fleet.
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _phase = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string signal)
    {
        using var folder = new TempFolder();
        using var store = new ScaleChild(["store", folder.Path]);
        ScaleChild[] fleets = [.. Enumerable.Range(0, Fleets).Select(_ => new ScaleChild(["fleet", store.Line, Devices]))];
        using var silo = ScaleBench.Silo(store.Line, SiloRoles.Coordinator, []);
        await silo.StartAsync();
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        var key = WorkerKey.Of(silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress).ToString();
        var routers = grains.GetGrain<IRoutersGrain>(key);
        await new SweepClient(grains, "scale").StartAsync(ScaleSweep.Of(problems: 2_400, isBeam: true), CancellationToken.None);
        await WatchAsync(routers, _phase); // Until all is warm.
        var before = await WatchAsync(routers, _phase);
        await SignalAsync(signal, fleets[0].Id);
        var after = await WatchAsync(routers, _phase);
        if (signal == "STOP")
        {
            await SignalAsync("KILL", fleets[0].Id); // It would not see its parent's end.
        }

        var left = before.Rate * (Fleets - 1) / Fleets;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"SIG{signal} of one of {Fleets} workers: longest time without an answer {after.Longest:f2} s, before it {before.Longest:f2} s;"
            + $" {before.Rate:f0} tokens/s before, {after.Rate:f0} after; lost {_phase.TotalSeconds * (1 - (after.Rate / left)):f1} s of the others' work"));
        Environment.Exit(0);
        return 0;
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static async Task<(double Longest, double Rate)> WatchAsync(IRoutersGrain routers, TimeSpan duration)
    {
        var (since, lastChange, longest) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), TimeSpan.Zero);
        var first = await TokensAsync(routers);
        var done = first;
        while (Stopwatch.GetElapsedTime(since) < duration)
        {
            await Task.Delay(_look);
            var now = await TokensAsync(routers);
            var pause = Stopwatch.GetElapsedTime(lastChange);
            longest = pause > longest ? pause : longest;
            (done, lastChange) = now == done ? (done, lastChange) : (now, Stopwatch.GetTimestamp());
        }

        return (longest.TotalSeconds, (done - first) / Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    private static async Task<long> TokensAsync(IRoutersGrain routers) =>
        (await routers.GetAsync()).LastReports.Sum(report => report.GeneratedTokens);
}
