using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Pools;

/// <summary>
/// Asks every coordinator silo for its routers' figures and every worker for its own, and adds the answers up. So the figures are those
/// of the moment of the question, whichever silo answers it and however many have come and gone.
/// </summary>
public sealed class PoolFigures
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);
    private static readonly GrainType _workerType = GrainType.Create(WorkerKey.GrainType);
    private static readonly GrainType _routersType = GrainType.Create(IRoutersGrain.GrainType);

    private readonly IClusterMembershipService _membership;
    private readonly IClusterManifestProvider _manifests;
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly ILogger<PoolFigures> _logger;

    /// <summary>Needs a silo's own view of the cluster.</summary>
    public PoolFigures(
        IClusterMembershipService membership, IClusterManifestProvider manifests, IGrainFactory grains, TimeProvider time,
        ILogger<PoolFigures> logger) =>
        (_membership, _manifests, _grains, _time, _logger) = (membership, manifests, grains, time, logger);

    /// <summary>The totals of one pool now.</summary>
    public async Task<PoolStatus> OfAsync(string pool) => (await AskAsync()).Totals.Of(pool);

    /// <summary>All pools and workers now.</summary>
    public async Task<ClusterFigures> AllAsync()
    {
        var (totals, silent) = await AskAsync();
        return new ClusterFigures(totals.Pools, totals.Workers, silent) { Reports = totals.Answers };
    }

    private async Task<(PoolTotals Totals, int Silent)> AskAsync()
    {
        var coordinators = ActiveSilos(_routersType).ToList();
        var routers = await AskAllAsync(
            coordinators, silo => _grains.GetGrain<IRoutersGrain>(WorkerKey.Of(silo).ToString()).GetAsync());
        var silos = ActiveSilos(_workerType).ToHashSet();
        var workers = routers.SelectMany(router => router.Workers).Select(worker => worker.Key).Distinct()
            .Where(key => silos.Contains(WorkerKey.Parse(key).Silo)).ToHashSet();
        var answers = await AskAllAsync(workers, key => _grains.GetGrain<IWorkerGrain>(key).PingAsync());
        return (new PoolTotals(routers, [.. answers.SelectMany(reports => reports)], workers), coordinators.Count - routers.Count);
    }

    private IEnumerable<SiloAddress> ActiveSilos(GrainType hosted)
    {
        var manifests = _manifests.Current.Silos;
        return _membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active)
            .Select(member => member.SiloAddress)
            .Where(silo => manifests.TryGetValue(silo, out var manifest) && manifest.Grains.ContainsKey(hosted));
    }

    private async Task<IReadOnlyList<TAnswer>> AskAllAsync<TWho, TAnswer>(IEnumerable<TWho> all, Func<TWho, Task<TAnswer>> ask)
    {
        var answers = await Task.WhenAll(all.Select(async who =>
        {
            try
            {
                return (IsThere: true, Answer: await ask(who).WaitAsync(_patience, _time));
            }
            catch (Exception cause)
            {
                // It may have left between the look at the membership and the question, or hang.
                _logger.LogDebug(cause, "{Who} did not give its figures", who);
                return (IsThere: false, Answer: default(TAnswer)!);
            }
        }));
        return [.. answers.Where(answer => answer.IsThere).Select(answer => answer.Answer)];
    }
}
