using System.Collections.Immutable;
using Orleans.Concurrency;
using Reckon.Contracts.Workers;

namespace Reckon.Contracts.Pools;

/// <summary>Answers for the routers of one coordinator silo. Key: see <see cref="WorkerKey"/>, with device 0.</summary>
[Alias("reckon.routers")]
public interface IRoutersGrain : IGrainWithStringKey
{
    /// <summary>The grain type: a silo whose manifest has it hosts routers.</summary>
    const string GrainType = "routers";

    /// <summary>What the routers hold now, and what their silo knows of the workers.</summary>
    [Alias("get"), AlwaysInterleave, ResponseTimeout("00:00:05")]
    Task<RouterFigures> GetAsync();

    /// <summary>What each sweep has outstanding in each pool now, as far as it is routed there. Small: it is asked several times a second.</summary>
    [Alias("loads"), AlwaysInterleave, ResponseTimeout("00:00:05")]
    Task<ImmutableArray<PoolLoad>> GetLoadsAsync();
}
