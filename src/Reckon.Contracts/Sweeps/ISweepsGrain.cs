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

    /// <summary>Who deleted which sweep, the oldest first: at most <paramref name="most"/>, from the number <paramref name="first"/> on.</summary>
    [Alias("deleted"), ReadOnly]
    Task<ImmutableArray<SweepEvent>> GetDeletedAsync(long first, int most);
}
