using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.Testing;
using Reckon.Worker;
using Serilog;

namespace Reckon.System.Tests.Silos;

/// <summary>
/// Real silos, built by the code that builds them in production, over real sockets and a real store; only the models are
/// simulated. Each test has its own.
/// </summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly EmbeddedServer? _store; // Null where it is not this cluster's own.
    private readonly string _clusterId;
    private readonly List<IHost> _silos = [];

    private TestCluster(EmbeddedServer? store, string connection, string clusterId) =>
        (_store, Store, _clusterId) = (store, connection, clusterId);

    /// <summary>Reaches the grains, from the first coordinator.</summary>
    public IGrainFactory Grains => _silos[0].Services.GetRequiredService<IGrainFactory>();

    /// <summary>How to reach the store.</summary>
    public string Store { get; }

    /// <summary>A cluster without silos, on the store in <paramref name="folder"/>.</summary>
    public static TestCluster On(TempFolder folder, string clusterId = "first")
    {
        var store = EmbeddedServer.Start(folder.Path);
        return new TestCluster(store, store.ConnectionString, clusterId);
    }

    /// <summary>A cluster without silos, on a store that is there.</summary>
    public static TestCluster At(string connection) => new(null, connection, "first");

    /// <summary>Adds a silo; a worker gets <paramref name="engines"/>, or simulated ones that take no time.</summary>
    public async Task<IHost> AddSiloAsync(
        SiloRoles roles, DeviceEngines? engines = null, CoordinatorOptions? options = null, Action<ISiloBuilder>? more = null,
        ServedModels? models = null)
    {
        var settings = new SiloSettings(_clusterId, Store, IPAddress.Loopback, FreePort.Find(), GatewayPort: 0);
        IReadOnlyList<DeviceEngines> devices = roles.HasFlag(SiloRoles.Worker) ? [engines ?? SimulatedDevice.Instant()] : [];
        var coordinator = options ?? new CoordinatorOptions { CheckInterval = TimeSpan.FromMilliseconds(300) };
        var silo = SiloHost.Build(
            settings, roles, devices, new ReckonOptions { Coordinator = coordinator }, StrategyRegistry.BuiltIn, Log.Logger, more, models);
        await silo.StartAsync(TestContext.Current.CancellationToken);
        _silos.Add(silo);
        return silo;
    }

    /// <summary>Adds a silo with several workers, one for each of <paramref name="devices"/>.</summary>
    public Task<IHost> AddWorkersAsync(DeviceEngines[] devices) =>
        AddSiloAsync(SiloRoles.Worker, devices[0], more: silo => silo.Services.AddSingleton(_ => new WorkerDevices(devices)));

    /// <summary>Ends a silo without letting it finish anything.</summary>
    public async Task KillAsync(IHost silo)
    {
        _silos.Remove(silo);
        await silo.StopAsync(new CancellationToken(canceled: true));
        silo.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Enumerable.Reverse(_silos))
        {
            await silo.StopAsync();
            silo.Dispose();
        }

        _store?.Dispose();
    }
}
