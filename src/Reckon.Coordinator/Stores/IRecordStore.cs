namespace Reckon.Coordinator.Stores;

/// <summary>
/// Small records under keys. Under a key lies either a map from fields to values, or a list to whose end entries are added. Each call is
/// done whole or not at all; none compares before it writes, so a key's values must be the same whoever writes them, or have one writer. A
/// value that was damaged counts as never written.
/// </summary>
/// <remarks>
/// A store that does not answer throws an <see cref="OrleansException"/>: a fault of the cluster, after which callers try again.
/// </remarks>
public interface IRecordStore
{
    /// <summary>Writes fields of the map under <paramref name="key"/>, all of them or none; others stay.</summary>
    Task SetAsync(string key, IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> fields);

    /// <summary>The values of some fields of the map under <paramref name="key"/>, in their order; null where there is none.</summary>
    Task<IReadOnlyList<byte[]?>> GetAsync(string key, IReadOnlyList<string> fields);

    /// <summary>All fields of the map under <paramref name="key"/>, in no order; none where there is no map.</summary>
    Task<IReadOnlyList<KeyValuePair<string, byte[]>>> GetAllAsync(string key);

    /// <summary>Removes a field of the map under <paramref name="key"/>, if it is there.</summary>
    Task RemoveAsync(string key, string field);

    /// <summary>Adds an entry to the end of the list under <paramref name="key"/>.</summary>
    Task AppendAsync(string key, ReadOnlyMemory<byte> entry);

    /// <summary>
    /// At most <paramref name="most"/> entries of the list under <paramref name="key"/>, from the number <paramref name="first"/> on, from 0;
    /// null in place of one that was damaged.
    /// </summary>
    Task<IReadOnlyList<byte[]?>> ReadAsync(string key, long first, int most);

    /// <summary>Deletes what lies under <paramref name="keys"/>, if anything does.</summary>
    Task DeleteAsync(IReadOnlyList<string> keys);
}
