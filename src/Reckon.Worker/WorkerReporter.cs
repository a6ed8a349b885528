using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Worker;

/// <summary>Tells the pools, each second, what this device has done and how full it is.</summary>
internal sealed class WorkerReporter(
    DeviceEngines engines,
    IGrainFactory grains,
    ILocalSiloDetails silo,
    TimeProvider time,
    ILogger<WorkerReporter> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var key = new WorkerKey(silo.SiloAddress, 0).ToString();
        using var timer = new PeriodicTimer(_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (pool, report) in engines.Reports(key))
            {
                try
                {
                    await grains.GetGrain<IPoolGrain>(pool).ReportWorkerAsync(report).WaitAsync(stoppingToken);
                }
                catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
                {
                    // Without a coordinator silo in the cluster there is nobody to tell.
                    logger.LogDebug(cause, "The figures of {Pool} were not delivered; the next follow in a second", pool);
                }
            }
        }
    }
}
