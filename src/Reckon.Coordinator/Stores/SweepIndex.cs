using System.Collections.Immutable;
using Orleans.Serialization;
using Reckon.Contracts.Sweeps;

namespace Reckon.Coordinator.Stores;

/// <summary>All sweeps that the store holds: one map, with a field for each sweep. Each entry is written by its coordinator alone.</summary>
internal sealed class SweepIndex(IRecordStore records, Serializer serializer)
{
    private const string Key = "sweeps";

    /// <summary>Writes an entry, in place of an older one.</summary>
    public Task SetAsync(SweepEntry entry) => records.SetAsync(Key, [new(entry.Id, serializer.SerializeToArray(entry))]);

    /// <summary>Whether there is an entry of this sweep.</summary>
    public async Task<bool> HasAsync(string sweepId) => (await records.GetAsync(Key, [sweepId]))[0] is not null;

    /// <summary>All entries, the oldest first.</summary>
    public async Task<ImmutableArray<SweepEntry>> ListAsync()
    {
        var entries = (await records.GetAllAsync(Key)).Select(field => serializer.Deserialize<SweepEntry>(field.Value)!);
        return [.. entries.OrderBy(entry => entry.Created).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>Removes the entry of a sweep.</summary>
    public Task RemoveAsync(string sweepId) => records.RemoveAsync(Key, sweepId);
}
