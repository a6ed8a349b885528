using System.Collections.Concurrent;

namespace Reckon.Coordinator.Stores;

/// <summary>Records in memory, for tests.</summary>
internal sealed class MemoryRecordStore : IRecordStore
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte[]>> _maps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<byte[]>> _lists = new(StringComparer.Ordinal);

    /// <summary>The keys of all maps.</summary>
    public IEnumerable<string> Keys => _maps.Keys;

    /// <inheritdoc/>
    public Task SetAsync(string key, IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> fields)
    {
        foreach (var (field, value) in fields)
        {
            _maps.GetOrAdd(key, _ => new(StringComparer.Ordinal))[field] = value.ToArray();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<byte[]?>> GetAsync(string key, IReadOnlyList<string> fields)
    {
        var map = _maps.GetValueOrDefault(key);
        return Task.FromResult<IReadOnlyList<byte[]?>>([.. fields.Select(field => map?.GetValueOrDefault(field))]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyValuePair<string, byte[]>>> GetAllAsync(string key) =>
        Task.FromResult<IReadOnlyList<KeyValuePair<string, byte[]>>>([.. _maps.GetValueOrDefault(key) ?? []]);

    /// <inheritdoc/>
    public Task RemoveAsync(string key, string field)
    {
        _maps.GetValueOrDefault(key)?.TryRemove(field, out _);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AppendAsync(string key, ReadOnlyMemory<byte> entry)
    {
        var list = _lists.GetOrAdd(key, _ => []);
        lock (list)
        {
            list.Add(entry.ToArray());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<byte[]?>> ReadAsync(string key, long first, int most)
    {
        var list = _lists.GetValueOrDefault(key) ?? [];
        lock (list)
        {
            return Task.FromResult<IReadOnlyList<byte[]?>>([.. list.Skip((int)Math.Min(first, int.MaxValue)).Take(most)]);
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            _maps.TryRemove(key, out _);
            _lists.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}
