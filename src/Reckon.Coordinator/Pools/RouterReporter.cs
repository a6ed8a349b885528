using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Pools;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Pools;

/// <summary>Tells the pools, each second, what waits and what is in flight in this silo's routers.</summary>
internal sealed class RouterReporter(
    RouterRegistry routers,
    IGrainFactory grains,
    ILocalSiloDetails silo,
    TimeProvider time,
    ILogger<RouterReporter> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var name = silo.SiloAddress.ToParsableString();
        using var timer = new PeriodicTimer(_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (pool, load) in routers.Loads)
            {
                try
                {
                    await grains.GetGrain<IPoolGrain>(pool).ReportRouterAsync(new RouterReport(name, load.Waiting, load.InFlight)).WaitAsync(stoppingToken);
                }
                catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogDebug(cause, "The figures of {Pool} were not delivered; the next follow in a second", pool);
                }
            }
        }
    }
}
