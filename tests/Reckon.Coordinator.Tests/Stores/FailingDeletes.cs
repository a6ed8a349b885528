using Reckon.Coordinator.Stores;

namespace Reckon.Coordinator.Tests.Stores;

/// <summary>A store that goes away when something is deleted for the <paramref name="failing"/>th time, from 1, and is back after that.</summary>
internal sealed class FailingDeletes(IRecordStore inner, int failing) : IRecordStore
{
    private int _deletes;

    public Task SetAsync(string key, IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> fields) => inner.SetAsync(key, fields);

    public Task<IReadOnlyList<byte[]?>> GetAsync(string key, IReadOnlyList<string> fields) => inner.GetAsync(key, fields);

    public Task<IReadOnlyList<KeyValuePair<string, byte[]>>> GetAllAsync(string key) => inner.GetAllAsync(key);

    public Task RemoveAsync(string key, string field) => inner.RemoveAsync(key, field);

    public Task AppendAsync(string key, ReadOnlyMemory<byte> entry) => inner.AppendAsync(key, entry);

    public Task<IReadOnlyList<byte[]?>> ReadAsync(string key, long first, int most) => inner.ReadAsync(key, first, most);

    public Task DeleteAsync(IReadOnlyList<string> keys) =>
        ++_deletes == failing ? throw new OrleansException("The store does not answer.") : inner.DeleteAsync(keys);
}
