using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Coordinator;
using Reckon.Storage;
using Reckon.Worker;
using Serilog.Extensions.Logging;

namespace Reckon.Cli;

/// <summary>A whole cluster in this process: one silo with every role, and its store in a folder.</summary>
internal sealed class LocalCluster : IAsyncDisposable
{
    private readonly EmbeddedServer _store;
    private readonly IHost _host;

    private LocalCluster(EmbeddedServer store, IHost host, bool isRepeatable) =>
        (_store, _host, IsRepeatable) = (store, host, isRepeatable);

    /// <summary>Whether the models gave the same bits whatever their batch when they were opened here.</summary>
    public bool IsRepeatable { get; }

    /// <summary>Reaches the grains.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts store and silo; the silo owns <paramref name="engines"/>.</summary>
    /// <exception cref="StorageException">The store does not start.</exception>
    public static async Task<LocalCluster> StartAsync(
        string storeFolder, DeviceEngines engines, CoordinatorOptions options, Serilog.ILogger log, CancellationToken cancellationToken)
    {
        // Lives as long as the store; disposing of it would dispose of nothing but the wrapper.
        var logs = new SerilogLoggerFactory(log);
        var store = EmbeddedServer.Start(storeFolder, logs);
        IHost? host = null;
        try
        {
            // A cluster of its own for each start: nobody waits for a silo that an earlier, killed process left in the table.
            var cluster = $"local-{Environment.ProcessId}-{DateTime.UtcNow.Ticks.ToString("x", CultureInfo.InvariantCulture)}";
            var settings = new SiloSettings(cluster, store.ConnectionString, IPAddress.Loopback, FreePort.Find(), GatewayPort: 0);
            host = SiloHost.Build(settings, SiloRoles.Coordinator | SiloRoles.Worker, engines, options, log);
            await host.StartAsync(cancellationToken);
            return new LocalCluster(store, host, engines.IsRepeatable);
        }
        catch
        {
            host?.Dispose();
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _host.StopAsync();
        }
        finally
        {
            _host.Dispose();
            _store.Dispose();
        }
    }
}
