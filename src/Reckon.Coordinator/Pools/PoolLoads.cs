using System.Collections.Immutable;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Admission;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Pools;

/// <summary>
/// Tells the sweeps of this silo how much the workers can run and how much is outstanding. Capacity is this silo's own view of the
/// membership; what is outstanding is asked of the routers of all coordinator silos, once for all sweeps that ask at about the same time.
/// </summary>
internal sealed class PoolLoads(
    SiloInquiry silos, RouterRegistry routers, ILocalSiloDetails here, IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan _sameTime = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private Task<ImmutableArray<PoolLoad>>? _last; // Guarded by the lock.
    private long _asked; // Guarded by the lock.

    /// <summary>How one sweep stands in a pool.</summary>
    /// <param name="sweep">The sweep's id.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="isVerifier">
    /// Whether its workers judge. A verifier has one row and jobs of a few milliseconds: its capacity is a batch that waits there.
    /// </param>
    public async Task<PoolPressure> OfAsync(string sweep, string pool, bool isVerifier)
    {
        var loads = await AskAsync();
        var owners = loads.Where(load => load.Pool == pool).SelectMany(load => load.Owners).ToLookup(owner => owner.Owner == sweep);
        var others = owners[false].GroupBy(owner => owner.Owner);
        return new PoolPressure(
            pool,
            routers.ReachableOf(pool).Sum(worker => isVerifier ? worker.Room : worker.Rows),
            owners[true].Sum(owner => owner.Outstanding),
            owners[false].Sum(owner => owner.Outstanding),
            others.Sum(owner => owner.Max(load => load.Priority)));
    }

    private Task<ImmutableArray<PoolLoad>> AskAsync()
    {
        lock (_lock)
        {
            if (_last is null || time.GetElapsedTime(_asked) >= _sameTime)
            {
                (_last, _asked) = (AskAllAsync(), time.GetTimestamp());
            }

            return _last;
        }
    }

    private async Task<ImmutableArray<PoolLoad>> AskAllAsync()
    {
        var others = silos.Active(IRoutersGrain.GrainType).Where(silo => !silo.Equals(here.SiloAddress));
        var answers = await silos.AskAllAsync(
            others, silo => grains.GetGrain<IRoutersGrain>(WorkerKey.Of(silo).ToString()).GetLoadsAsync());
        return [.. routers.Loads, .. answers.SelectMany(loads => loads)];
    }
}
