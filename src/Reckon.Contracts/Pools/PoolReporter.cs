using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reckon.Contracts.Pools;

/// <summary>
/// Reports to the pools, once in each <see cref="Interval"/>, what this silo knows of them. A lost report is not repeated.
/// </summary>
public abstract class PoolReporter(IGrainFactory grains, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>The time between two reports. Readers of the figures rely on it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The reports due now: for each pool, the call that delivers its report.</summary>
    protected abstract IEnumerable<(string Pool, Func<IPoolGrain, Task> Report)> Reports();

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (pool, report) in Reports())
            {
                await SendAsync(pool, report, stoppingToken);
            }
        }
    }

    private async Task SendAsync(string pool, Func<IPoolGrain, Task> report, CancellationToken stoppingToken)
    {
        try
        {
            await report(grains.GetGrain<IPoolGrain>(pool)).WaitAsync(stoppingToken);
        }
        catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
        {
            // Without a coordinator silo in the cluster there is no pool grain.
            logger.LogDebug(cause, "The figures of {Pool} were not delivered; the next follow in {Interval}", pool, Interval);
        }
    }
}
