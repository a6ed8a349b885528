using System.Collections.Immutable;
using Orleans.Serialization;
using Reckon.Contracts.Sweeps;

namespace Reckon.Coordinator.Stores;

/// <summary>What happened to sweeps: a list for each, which only grows.</summary>
internal sealed class SweepLog(IRecordStore records, Serializer serializer)
{
    private const string Deleted = "deleted";

    /// <summary>Adds an event.</summary>
    public Task AppendAsync(string sweepId, SweepEvent happened) => records.AppendAsync(Key(sweepId), serializer.SerializeToArray(happened));

    /// <summary>Adds to the list of what was deleted.</summary>
    public Task AppendDeletedAsync(SweepEvent deleted) => records.AppendAsync(Deleted, serializer.SerializeToArray(deleted));

    /// <summary>At most <paramref name="most"/> of what was deleted, from the number <paramref name="first"/> on.</summary>
    public Task<ImmutableArray<SweepEvent>> ReadDeletedAsync(long first, int most) => ReadListAsync(Deleted, first, most);

    /// <summary>At most <paramref name="most"/> events from the number <paramref name="first"/> on.</summary>
    public Task<ImmutableArray<SweepEvent>> ReadAsync(string sweepId, long first, int most) => ReadListAsync(Key(sweepId), first, most);

    /// <summary>Deletes the events of a sweep.</summary>
    public Task DeleteAsync(string sweepId) => records.DeleteAsync([Key(sweepId)]);

    private static string Key(string sweepId) => $"events/{sweepId}";

    private async Task<ImmutableArray<SweepEvent>> ReadListAsync(string key, long first, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var entries = await records.ReadAsync(key, first, most);
        return
        [
            .. from entry in entries.Index()
               where entry.Item is not null
               select serializer.Deserialize<SweepEvent>(entry.Item)! with { Number = first + entry.Index },
        ];
    }
}
