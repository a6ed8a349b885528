using System.Collections.Immutable;
using Orleans.Serialization;
using Reckon.Contracts.Sweeps;

namespace Reckon.Coordinator.Stores;

/// <summary>What happened to sweeps: a list for each, which only grows.</summary>
internal sealed class SweepLog(IRecordStore records, Serializer serializer)
{
    /// <summary>Adds an event.</summary>
    public Task AppendAsync(string sweepId, SweepEvent happened) => records.AppendAsync(Key(sweepId), serializer.SerializeToArray(happened));

    /// <summary>At most <paramref name="most"/> events from the number <paramref name="first"/> on.</summary>
    public async Task<ImmutableArray<SweepEvent>> ReadAsync(string sweepId, long first, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var entries = await records.ReadAsync(Key(sweepId), first, most);
        return
        [
            .. from entry in entries.Index()
               where entry.Item is not null
               select serializer.Deserialize<SweepEvent>(entry.Item)! with { Number = first + entry.Index },
        ];
    }

    /// <summary>Deletes the events of a sweep.</summary>
    public Task DeleteAsync(string sweepId) => records.DeleteAsync([Key(sweepId)]);

    private static string Key(string sweepId) => $"events/{sweepId}";
}
