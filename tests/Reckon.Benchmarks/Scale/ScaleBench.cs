using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Contracts.Pools;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.Testing;
using Reckon.Worker;
using Reckon.Cli.Running;

namespace Reckon.Benchmarks.Scale;

/// <summary>
/// One coordinator silo in front of a fleet of devices that keep time and compute nothing. Store and fleet are processes of their own, so
/// this process's processor time is the coordinator's.
/// </summary>
internal static class ScaleBench
{
    private const int ProblemsOfWorker = 4; // At once.
    private const int WarmUpSeconds = 5;
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(5);

    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["store", var folder] => StoreAsync(folder),
        ["fleet", var store, var devices] => FleetAsync(store, int.Parse(devices, CultureInfo.InvariantCulture)),
        ["kill"] => ScaleFaults.RunAsync("KILL"),
        ["stop"] => ScaleFaults.RunAsync("STOP"),
        _ => MeasureAsync(Number(arguments, 0, 64), Number(arguments, 1, 45)),
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

    private static async Task<int> FleetAsync(string store, int devices)
    {
        var clock = new FleetClock();
        DeviceEngines[] engines = [.. Enumerable.Range(0, devices).Select(_ => new DeviceEngines([new FleetProposer(clock)], [new FleetVerifier(clock)]))];
        using var silo = Silo(
            store, SiloRoles.Worker, engines[0], problems: 1, more => more.Services.AddSingleton(_ => new WorkerDevices(engines)));
        await silo.StartAsync();
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task<int> MeasureAsync(int workers, int seconds)
    {
        using var folder = new TempFolder();
        using var store = Child("store", folder.Path);
        using var fleet = Child("fleet", store.Line, workers.ToString(CultureInfo.InvariantCulture));
        using var silo = Silo(store.Line, SiloRoles.Coordinator, engines: null, ProblemsOfWorker * workers);
        await silo.StartAsync();
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        var submission = ScaleSweep.Of(problems: 20 * ProblemsOfWorker * workers);
        await new SweepClient(grains, "scale").StartAsync(submission, CancellationToken.None);
        Console.WriteLine($"{workers} workers of {FleetPace.Rows} rows, {ProblemsOfWorker * workers} problems at once, {seconds} s");
        Console.WriteLine("seconds   expansions/s   rows busy   coordinator cores   ms an expansion   GC pauses");
        await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds));
        var first = await ScaleFigures.TakeAsync(grains, submission.Terms.ProposerPool);
        var last = first;
        while (last.Seconds - first.Seconds < seconds - WarmUpSeconds)
        {
            await Task.Delay(_interval);
            var next = await ScaleFigures.TakeAsync(grains, submission.Terms.ProposerPool);
            Console.WriteLine(next.Since(last, workers));
            last = next;
        }

        Console.WriteLine($"from {WarmUpSeconds} s on:");
        Console.WriteLine(last.Since(first, workers));
        Environment.Exit(0); // A silo with a thousand calls in flight would take its time to stop; children end with their input.
        return 0;
    }

    public static IHost Silo(string store, SiloRoles roles, DeviceEngines? engines, int problems, Action<ISiloBuilder>? more = null)
    {
        var settings = new SiloSettings("scale", store, IPAddress.Loopback, FreePort.Find(), GatewayPort: 0);
        var options = new ReckonOptions { Coordinator = new CoordinatorOptions { MaxProblemsRunning = problems } };
        return SiloHost.Build(settings, roles, engines, options, StrategyRegistry.BuiltIn, Serilog.Log.Logger, more);
    }

    private static ScaleChild Child(params string[] arguments) => new(arguments);
}
