using Orleans.Concurrency;

namespace Reckon.Contracts.Pools;

/// <summary>Answers for all workers and routers of one model. Key: the pool. Keeps nothing: it asks when it is asked.</summary>
[Alias("reckon.pool")]
public interface IPoolGrain : IGrainWithStringKey
{
    /// <summary>The totals now. Takes as long as the slowest silo takes to answer, at most about a second.</summary>
    [Alias("status"), AlwaysInterleave]
    Task<PoolStatus> GetStatusAsync();
}
