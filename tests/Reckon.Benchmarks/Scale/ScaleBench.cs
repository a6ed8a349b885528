using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.Benchmarks.Scale;

/// <summary>
/// Coordinator silos in front of a fleet of devices that keep time and compute nothing. Store, fleet and further coordinators are processes of
/// their own, so this process's processor time is the first coordinator's.
/// </summary>
internal static class ScaleBench
{
    private const int WarmUpSeconds = 5;
    private const int Problems = 100_000; // More than any measurement finishes.
    private const string BestOfN = "best-of-n";
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(50);

    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["store", var folder] => StoreAsync(folder),
        ["coordinator", var store] => SiloAsync(Silo(store, SiloRoles.Coordinator, [])),
        ["fleet", var store, var devices] => SiloAsync(
            Silo(store, SiloRoles.Worker, Fleet.Of(int.Parse(devices, CultureInfo.InvariantCulture)))),
        ["kill"] => ScaleFaults.RunAsync("KILL"),
        ["stop"] => ScaleFaults.RunAsync("STOP"),
        _ => MeasureAsync(new ScaleShape(
            Number(arguments, 0, 64), Number(arguments, 1, 45), IsBeam: !arguments.Contains(BestOfN), Number(arguments, 3, 1))),
    };

    private static int Number(string[] arguments, int place, int otherwise) =>
        arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : otherwise;

    private static async Task<int> StoreAsync(string folder)
    {
        using var store = EmbeddedServer.Start(folder);
        Console.WriteLine(store.ConnectionString);
        await Console.In.ReadToEndAsync(); // Until the parent ends.
        return 0;
    }

    private static async Task<int> SiloAsync(IHost silo)
    {
        using (silo)
        {
            await silo.StartAsync();
            Console.WriteLine("ready");
            await Console.In.ReadToEndAsync();
            return 0;
        }
    }

    private static async Task<int> MeasureAsync(ScaleShape shape)
    {
        using var folder = new TempFolder();
        using var store = Child("store", folder.Path);
        using var fleet = Child("fleet", store.Line, shape.Workers.ToString(CultureInfo.InvariantCulture));
        using var silo = Silo(store.Line, SiloRoles.Coordinator, []);
        await silo.StartAsync();
        ScaleChild[] others = [.. Enumerable.Range(1, shape.Coordinators - 1).Select(_ => Child("coordinator", store.Line))];
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        var submission = ScaleSweep.Of(Problems, shape.IsBeam);
        await UntilAllServeAsync(grains, submission.Terms.ProposerPool, shape.Workers);
        var client = new SweepClient(grains, "scale");
        var since = Stopwatch.GetTimestamp();
        await client.StartAsync(submission, CancellationToken.None);
        Console.WriteLine($"{shape.Workers} workers of {Fleet.Rows} rows, {(shape.IsBeam ? "beam search" : BestOfN)}, {shape.Seconds} s, {shape.Coordinators} coordinators");
        Console.WriteLine("seconds   expansions/s   rows busy   coordinator cores   ms an expansion   GC pauses   problems");
        var firstTrial = FirstTrialAsync(client, since);
        await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds));
        await FollowAsync(grains, client, submission.Terms.ProposerPool, shape, [.. others.Select(other => other.Id)]);
        Console.WriteLine(firstTrial.IsCompleted
            ? $"the first trial was done after {(await firstTrial).TotalSeconds:f1} s; alone it takes {Fleet.Alone(shape.IsBeam).TotalSeconds:f1} s"
            : "no trial was done");
        Environment.Exit(0); // A silo with a thousand calls in flight would take its time to stop; children end with their input.
        return 0;
    }

    private static async Task FollowAsync(IGrainFactory grains, SweepClient client, string pool, ScaleShape shape, int[] others)
    {
        var first = await ScaleFigures.TakeAsync(grains, pool, others);
        var last = first;
        while (last.Seconds - first.Seconds < shape.Seconds - WarmUpSeconds)
        {
            await Task.Delay(_interval);
            var next = await ScaleFigures.TakeAsync(grains, pool, others);
            Console.WriteLine($"{next.Since(last, shape)}   {(await client.StatusAsync()).ProblemsRunning} run");
            last = next;
        }

        Console.WriteLine($"from {WarmUpSeconds} s on:");
        Console.WriteLine(last.Since(first, shape));
    }

    private static async Task UntilAllServeAsync(IGrainFactory grains, string pool, int workers)
    {
        while ((await grains.GetGrain<Contracts.Pools.IPoolGrain>(pool).GetStatusAsync()).Workers < workers)
        {
            await Task.Delay(_look);
        }
    }

    private static async Task<TimeSpan> FirstTrialAsync(SweepClient client, long since)
    {
        while ((await client.StatusAsync()).TrialsDone == 0)
        {
            await Task.Delay(_look);
        }

        return Stopwatch.GetElapsedTime(since);
    }

    public static IHost Silo(string store, SiloRoles roles, IReadOnlyList<DeviceEngines> devices)
    {
        var settings = new SiloSettings("scale", store, IPAddress.Loopback, FreePort.Find(), GatewayPort: 0);
        return SiloHost.Build(settings, roles, devices, new ReckonOptions(), StrategyRegistry.BuiltIn, Serilog.Log.Logger);
    }

    private static ScaleChild Child(params string[] arguments) => new(arguments);
}
