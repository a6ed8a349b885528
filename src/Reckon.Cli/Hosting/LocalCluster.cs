using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Cli.Configuration;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.Worker;
using Serilog.Extensions.Logging;

namespace Reckon.Cli.Hosting;

/// <summary>A whole cluster in this process: one silo with every role, and its store in a folder.</summary>
internal sealed class LocalCluster : IAsyncDisposable
{
    // The host takes at most 20 s when everything answers.
    private static readonly TimeSpan _patienceToEnd = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan _shortPatienceToEnd = TimeSpan.FromSeconds(5);

    private readonly EmbeddedServer _store;
    private readonly IHost _host;
    private readonly Serilog.ILogger _log;
    private TimeSpan _patience = _patienceToEnd;

    private LocalCluster(EmbeddedServer store, IHost host, bool isRepeatable, Serilog.ILogger log) =>
        (_store, _host, IsRepeatable, _log) = (store, host, isRepeatable, log);

    /// <summary>Whether the models, when they were opened here, gave the same bits in any batch.</summary>
    public bool IsRepeatable { get; }

    /// <summary>Reaches the grains.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts store and silo; the silo owns <paramref name="engines"/> and runs <paramref name="strategies"/>.</summary>
    /// <exception cref="StorageException">The store does not start.</exception>
    public static async Task<LocalCluster> StartAsync(
        string storeFolder, DeviceEngines engines, ReckonOptions options, StrategyRegistry strategies, Serilog.ILogger log,
        CancellationToken cancellationToken)
    {
        // Lives as long as the store; disposing it would only dispose the wrapper.
        var logs = new SerilogLoggerFactory(log);
        var store = EmbeddedServer.Start(storeFolder, logs);
        IHost? host = null;
        try
        {
            // Each start is a cluster of its own, so none waits for a silo that a killed process left in the table.
            var cluster = $"local-{Environment.ProcessId}-{DateTime.UtcNow.Ticks.ToString("x", CultureInfo.InvariantCulture)}";
            var settings = new SiloSettings(cluster, store.ConnectionString, IPAddress.Loopback, FreePort.Find(), GatewayPort: 0);
            host = SiloHost.Build(settings, SiloRoles.Coordinator | SiloRoles.Worker, [engines], options, strategies, log);
            await host.StartAsync(cancellationToken);
            return new LocalCluster(store, host, engines.IsRepeatable, log);
        }
        catch
        {
            await EndAsync(() => DisposeAsync(store, host), _patienceToEnd, log);
            throw;
        }
    }

    /// <summary>Waits at most a few seconds when it stops: what the store has not saved by then will never be saved.</summary>
    public void ShortenShutdown() => _patience = _shortPatienceToEnd;

    /// <summary>Stops everything. Never throws and never hangs: a failed shutdown must not hide the run's own result.</summary>
    public async ValueTask DisposeAsync() => await EndAsync(StopAsync, _patience, _log);

    private async Task StopAsync()
    {
        try
        {
            await _host.StopAsync();
        }
        finally
        {
            await DisposeAsync(_store, _host);
        }
    }

    private static Task DisposeAsync(EmbeddedServer store, IHost? host)
    {
        host?.Dispose();
        store.Dispose();
        return Task.CompletedTask;
    }

    // On another thread: a store whose disk is full may never return. A thread that hangs ends with the process.
    private static async Task EndAsync(Func<Task> end, TimeSpan patience, Serilog.ILogger log)
    {
        try
        {
            await Task.Run(end).WaitAsync(patience);
        }
        catch (Exception cause)
        {
            log.Warning(cause, "The cluster did not shut down cleanly");
        }
    }
}
