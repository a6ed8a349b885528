using Orleans.Concurrency;

namespace Reckon.Contracts.Pools;

/// <summary>Answers for all pools of the cluster. Key: 0. Keeps nothing: it asks when it is asked.</summary>
[Alias("reckon.pools")]
public interface IPoolsGrain : IGrainWithIntegerKey
{
    /// <summary>All pools and workers now. Takes as long as the slowest silo takes to answer, at most about a second.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<ClusterFigures> GetAsync();
}
