using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Reckon.Coordinator.Stores;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>Records in Redis: a map is a hash, a list a list. Each value carries a checksum.</summary>
internal sealed class RedisRecordStore(RedisConnection connection, IOptions<ClusterOptions> cluster, ILogger<RedisRecordStore> logger)
    : IRecordStore
{
    private readonly RedisKey _prefix = $"{cluster.Value.ServiceId}/record/";

    /// <inheritdoc/>
    public Task SetAsync(string key, IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> fields) => fields.Count == 0
        ? Task.CompletedTask
        : TryAsync("saved", key, database => database.HashSetAsync(
            Key(key), [.. fields.Select(field => new HashEntry(field.Key, Seal.Close(field.Value.Span)))]));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<byte[]?>> GetAsync(string key, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0)
        {
            return [];
        }

        var values = await AskAsync(key, database => database.HashGetAsync(Key(key), [.. fields.Select(field => (RedisValue)field)]));
        return [.. values.Select(value => Open(key, value))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyValuePair<string, byte[]>>> GetAllAsync(string key)
    {
        var fields = await AskAsync(key, database => database.HashGetAllAsync(Key(key)));
        return
        [
            .. from field in fields
               let value = Open(key, field.Value)
               where value is not null
               select new KeyValuePair<string, byte[]>(field.Name.ToString(), value),
        ];
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, string field) => TryAsync("deleted", key, database => database.HashDeleteAsync(Key(key), field));

    /// <inheritdoc/>
    public Task AppendAsync(string key, ReadOnlyMemory<byte> entry) =>
        TryAsync("saved", key, database => database.ListRightPushAsync(Key(key), Seal.Close(entry.Span)));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<byte[]?>> ReadAsync(string key, long first, int most)
    {
        var entries = await AskAsync(key, database => database.ListRangeAsync(Key(key), first, first + most - 1));
        return [.. entries.Select(entry => Open(key, entry))];
    }

    /// <inheritdoc/>
    public Task DeleteAsync(IReadOnlyList<string> keys) => keys.Count == 0
        ? Task.CompletedTask
        : TryAsync("deleted", keys[0], database => Task.WhenAll(keys.Select(key => database.KeyDeleteAsync(Key(key)))));

    private RedisKey Key(string key) => _prefix.Append(key);

    private byte[]? Open(string key, RedisValue value)
    {
        if (value.IsNull)
        {
            return null;
        }

        if (Seal.TryOpen((byte[])value!) is { } content)
        {
            return content.ToArray();
        }

        logger.LogWarning("A value of {Key} in the store is damaged; it counts as never written", key);
        return null;
    }

    private Task TryAsync(string what, string key, Func<IDatabase, Task> operation) =>
        connection.TryAsync($"The record '{key}' could not be {what}", operation);

    private Task<T> AskAsync<T>(string key, Func<IDatabase, Task<T>> question) =>
        connection.AskAsync($"The record '{key}' could not be read", question);
}
