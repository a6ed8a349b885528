using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Api;
using Reckon.Api.Hosting;
using Reckon.Api.Security;
using Reckon.Benchmarks.Machine;
using Reckon.Benchmarks.Scale;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Cli.Serving;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.Benchmarks.Watching;

/// <summary>
/// What those who watch a sweep cost it: processor time of the coordinator for each expansion, and expansions a second, with none and with
/// many of them, by turns within one run. Coordinator, API, devices, store and watchers are processes of their own; the devices only keep
/// time.
/// </summary>
internal static class WatcherCosts
{
    private const string Name = "watchers";
    private const string ClusterId = "watchers";
    private const int Devices = 16;
    private const int ProblemsOfDevice = 4;

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(3);

    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["api", var store, var url] => ServeAsync(store, url),
        ["clients", var url, var count] => WatcherClients.RunAsync(url, ScaleId, Number(count)),
        ["fleet", var store] => FleetAsync(store),
        _ => MeasureAsync(Number(arguments.ElementAtOrDefault(0) ?? "200"), Number(arguments.ElementAtOrDefault(1) ?? "40")),
    };

    private const string ScaleId = "scale";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<int> FleetAsync(string store)
    {
        using var silo = SiloHost.Build(
            Settings(store, gateway: 0), SiloRoles.Worker, Fleet.Of(Devices), new ReckonOptions(), StrategyRegistry.BuiltIn, Serilog.Core.Logger.None);
        await silo.StartAsync();
        return await ServedAsync();
    }

    private static SiloSettings Settings(string store, int gateway) => new(ClusterId, store, IPAddress.Loopback, FreePort.Find(), gateway);

    private static async Task<int> ServeAsync(string store, string url)
    {
        await using var app = ApiServer.Build(
            new ApiOptions { Url = url, Open = true, RequestsPerSecond = 10_000 }, new CallerTokens(ImmutableArray<ApiToken>.Empty, isOpen: true),
            services => new ClusterSweeps(services.GetRequiredService<IGrainFactory>(), StrategyRegistry.BuiltIn, Worker.ServedModels.None),
            builder => builder.AddClusterClient(ClusterId, store, TimeSpan.FromSeconds(10)));
        await app.StartAsync();
        return await ServedAsync();
    }

    private static async Task<int> ServedAsync()
    {
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync(); // Until the parent ends.
        Environment.Exit(0);
        return 0;
    }

    private static async Task<int> MeasureAsync(int watchers, int rounds)
    {
        using var folder = new TempFolder();
        using var store = new ScaleChild(["store", folder.Path]);
        using var fleet = new ScaleChild(["fleet", store.Line], Name);
        var options = new ReckonOptions { Coordinator = new CoordinatorOptions { MaxProblemsRunning = ProblemsOfDevice * Devices } };
        using var silo = SiloHost.Build(
            Settings(store.Line, FreePort.Find()), SiloRoles.Coordinator, devices: [], options, StrategyRegistry.BuiltIn, Serilog.Core.Logger.None);
        await silo.StartAsync();
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        using var api = new ScaleChild(["api", store.Line, url], Name);
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        var submission = ScaleSweep.Of(100 * ProblemsOfDevice * Devices, isBeam: true);
        await new SweepClient(grains, ScaleId).StartAsync(submission, CancellationToken.None);
        await Task.Delay(_warmUp);
        var watch = new WatcherWindow(grains, submission.Terms.ProposerPool, api.Id, _window);
        List<(WatcherFigures Without, WatcherFigures With)> pairs = [];
        for (var round = 0; round < rounds; round++)
        {
            // By turns the one and the other comes first: what changes slowly then favours neither.
            var isFirst = round % 2 == 0;
            var before = isFirst ? await watch.MeasureAsync() : null;
            using var clients = new ScaleChild(["clients", url, watchers.ToString(CultureInfo.InvariantCulture)], Name);
            var with = await watch.MeasureAsync();
            End(clients.Id);
            var without = before ?? await watch.MeasureAsync();
            pairs.Add((without, with));
            Console.WriteLine($"without {without}; with {watchers} watchers {with}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"median of {rounds} pairs, with over without, and its 95 % interval: expansions a second {Ratio(pairs, one => one.Expansions)};"
            + $" processor time an expansion: of the coordinator {Ratio(pairs, one => one.CoordinatorMs)},"
            + $" of coordinator and API {Ratio(pairs, one => one.ServersMs)};"
            + $" the API takes {Median.Of([.. pairs.Select(pair => pair.With.ApiCores - pair.Without.ApiCores)]):f3} cores more"));
        Environment.Exit(0); // Children end with their input.
        return 0;
    }

    private static string Ratio(List<(WatcherFigures Without, WatcherFigures With)> pairs, Func<WatcherFigures, double> of)
    {
        double[] ratios = [.. pairs.Select(pair => of(pair.With) / of(pair.Without))];
        var (low, high) = Median.IntervalOf(ratios);
        return string.Create(CultureInfo.InvariantCulture, $"{Median.Of(ratios):f3} ({low:f3} to {high:f3})");
    }

    private static void End(int process)
    {
        using var child = Process.GetProcessById(process);
        child.Kill();
        child.WaitForExit();
    }
}
