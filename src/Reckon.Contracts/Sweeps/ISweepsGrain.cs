using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Reckon.Contracts.Sweeps;

/// <summary>The list of all sweeps in the store. Key: 0.</summary>
[Alias("reckon.sweeps")]
public interface ISweepsGrain : IGrainWithIntegerKey
{
    /// <summary>All sweeps, the oldest first.</summary>
    [Alias("list"), ReadOnly]
    Task<ImmutableArray<SweepEntry>> ListAsync();
}
