using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Pools;

/// <summary>
/// Asks every coordinator silo for its routers' figures and every worker for its own, and adds the answers up. So the figures are those
/// of the moment of the question, whichever silo answers it and however many have come and gone.
/// </summary>
internal sealed class PoolFigures(SiloInquiry silos, IGrainFactory grains)
{
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
        var coordinators = silos.Active(IRoutersGrain.GrainType).ToList();
        var routers = await silos.AskAllAsync(
            coordinators, silo => grains.GetGrain<IRoutersGrain>(WorkerKey.Of(silo).ToString()).GetAsync());
        var hosts = silos.Active(WorkerKey.GrainType).ToHashSet();
        var workers = routers.SelectMany(router => router.Workers).Select(worker => worker.Key).Distinct()
            .Where(key => hosts.Contains(WorkerKey.Parse(key).Silo)).ToHashSet();
        var answers = await silos.AskAllAsync(workers, key => grains.GetGrain<IWorkerGrain>(key).PingAsync());
        return (new PoolTotals(routers, [.. answers.SelectMany(reports => reports)], workers), coordinators.Count - routers.Count);
    }
}
