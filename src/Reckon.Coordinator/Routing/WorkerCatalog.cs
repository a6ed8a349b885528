using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>
/// Follows the cluster's membership: a silo that is active and hosts workers is asked what it serves;
/// one that leaves, or begins to shut down, is forgotten.
/// </summary>
internal sealed class WorkerCatalog(
    IClusterMembershipService membership,
    IClusterManifestProvider manifests,
    IGrainFactory grains,
    IOptions<RouterOptions> options,
    TimeProvider time,
    ILogger<WorkerCatalog> logger) : BackgroundService, IWorkerCatalog
{
    private static readonly GrainType _workerType = GrainType.Create(WorkerKey.GrainType);

    // Replaced whole by the refresh loop, read by any thread.
    private volatile ImmutableSortedDictionary<string, WorkerDescription> _workers =
        ImmutableSortedDictionary<string, WorkerDescription>.Empty;

    /// <inheritdoc/>
    public event Action? Changed;

    /// <inheritdoc/>
    public IReadOnlyList<string> Keys => [.. _workers.Keys];

    /// <inheritdoc/>
    public IReadOnlyList<WorkerEntry> WorkersOf(string pool) =>
    [
        .. from worker in _workers.Values
           from model in worker.Models
           where model.Pool == pool
           select new WorkerEntry(worker.Key, model.MaxOutstanding),
    ];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.WorkerRefreshInterval, time);
        do
        {
            await RefreshAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var keys = ActiveWorkerSilos().Select(silo => WorkerKey.Of(silo).ToString()).ToHashSet();
        var workers = _workers;
        var next = workers.RemoveRange(workers.Keys.Where(key => !keys.Contains(key)));
        var newcomers = await Task.WhenAll(
            keys.Where(key => !workers.ContainsKey(key)).Select(key => DescribeAsync(key, cancellationToken)));
        foreach (var description in newcomers.OfType<WorkerDescription>())
        {
            next = next.Add(description.Key, description);
        }

        if (!ReferenceEquals(next, workers))
        {
            _workers = next;
            logger.LogInformation("Workers now: {Workers}", string.Join(", ", next.Keys));
            Changed?.Invoke();
        }
    }

    private IEnumerable<SiloAddress> ActiveWorkerSilos()
    {
        var hosts = manifests.Current.Silos;
        return membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active)
            .Select(member => member.SiloAddress)
            .Where(silo => hosts.TryGetValue(silo, out var manifest) && manifest.Grains.ContainsKey(_workerType));
    }

    private async Task<WorkerDescription?> DescribeAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var description = grains.GetGrain<IWorkerGrain>(key).DescribeAsync();
            return await description.WaitAsync(options.Value.DescribeTimeout, time, cancellationToken);
        }
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested)
        {
            // A silo is active before its manifest is complete everywhere, and may leave between the check and the call.
            logger.LogDebug(cause, "Worker {Worker} does not describe itself yet", key);
            return null;
        }
    }
}
