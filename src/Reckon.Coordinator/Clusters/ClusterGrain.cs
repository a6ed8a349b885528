using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Reckon.Contracts.Clusters;
using Reckon.Contracts.Models;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Clusters;

/// <summary>Asks the workers that this silo knows.</summary>
[StatelessWorker, Reentrant]
internal sealed class ClusterGrain(IWorkerCatalog workers, ILogger<ClusterGrain> logger) : Grain, IClusterGrain
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2); // A worker that hangs must not hide the others.

    /// <inheritdoc/>
    public async Task<ImmutableArray<ModelDescription>> GetModelsAsync()
    {
        var served = await Task.WhenAll(workers.Keys.Select(DescribeAsync));
        return PooledModels.Of(served.SelectMany(models => models));
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<TextReading>> ReadAsync(string pool, ImmutableArray<TextToRead> texts)
    {
        foreach (var worker in workers.WorkersOf(pool))
        {
            try
            {
                return await GrainFactory.GetGrain<IModelGrain>(worker.Key).ReadAsync(pool, texts);
            }
            catch (Exception cause) when (cause is OrleansException or TimeoutException)
            {
                logger.LogWarning(cause, "Worker {Worker} did not read; the next one is asked", worker.Key);
            }
        }

        throw new KeyNotFoundException($"No worker serves the pool {pool}.");
    }

    private async Task<ImmutableArray<ModelDescription>> DescribeAsync(string worker)
    {
        try
        {
            return await GrainFactory.GetGrain<IModelGrain>(worker).DescribeAsync().WaitAsync(_patience);
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException or ArgumentException)
        {
            logger.LogDebug(cause, "Worker {Worker} does not describe its models", worker);
            return [];
        }
    }
}
