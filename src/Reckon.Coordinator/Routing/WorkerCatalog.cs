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
           select WorkerEntry.Of(worker.Key, model),
    ];

    /// <summary>The workers that are there now.</summary>
    public IReadOnlyCollection<WorkerDescription> Known => [.. _workers.Values];

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
        var silos = ActiveWorkerSilos().ToHashSet();
        var workers = _workers;
        var known = workers.Keys.Select(key => WorkerKey.Parse(key).Silo).ToHashSet();
        var next = workers.RemoveRange(workers.Keys.Where(key => !silos.Contains(WorkerKey.Parse(key).Silo)));
        var newcomers = await Task.WhenAll(silos.Except(known).Select(silo => DescribeAsync(silo, cancellationToken)));
        foreach (var description in newcomers.SelectMany(devices => devices))
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

    private async Task<ImmutableArray<WorkerDescription>> DescribeAsync(SiloAddress silo, CancellationToken cancellationToken)
    {
        try
        {
            var descriptions = grains.GetGrain<IWorkerGrain>(WorkerKey.Of(silo).ToString()).DescribeAsync();
            return await descriptions.WaitAsync(options.Value.DescribeTimeout, time, cancellationToken);
        }
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested)
        {
            // A silo is active before its manifest is complete everywhere, and may leave between the check and the call.
            logger.LogDebug(cause, "The worker silo {Silo} does not describe itself yet", silo);
            return [];
        }
    }
}
