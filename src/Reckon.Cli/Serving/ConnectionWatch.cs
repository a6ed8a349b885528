using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reckon.Api.Health;
using Reckon.Contracts.Clusters;

namespace Reckon.Cli.Serving;

/// <summary>Keeps in view whether the cluster answers, for the health endpoints.</summary>
internal sealed class ConnectionWatch(IGrainFactory grains, ClusterConnection connection, TimeProvider time, ILogger<ConnectionWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        do
        {
            connection.IsUp = await AnswersAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await grains.GetGrain<IClusterGrain>(0).GetModelsAsync();
            return true;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            logger.LogDebug(cause, "The cluster does not answer");
            return false;
        }
    }
}
