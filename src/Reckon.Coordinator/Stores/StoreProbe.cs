namespace Reckon.Coordinator.Stores;

/// <summary>Finds out whether the store takes what is written: one that is full, or whose disk is, still answers what is read.</summary>
internal sealed class StoreProbe(IRecordStore records)
{
    private const string Key = "probe";
    private static readonly KeyValuePair<string, ReadOnlyMemory<byte>>[] _fields = [new("written", new byte[] { 1 })];

    /// <summary>Writes a few bytes.</summary>
    /// <exception cref="OrleansException">The store does not take them; the message says why.</exception>
    public Task WriteAsync() => records.SetAsync(Key, _fields);
}
