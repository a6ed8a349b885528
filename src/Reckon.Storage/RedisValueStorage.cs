using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>
/// Keeps each state as one value, read and written by its key. Nothing is compared before it is replaced, so this is for states that
/// are the same wherever they are computed, as those of search nodes: of two writers either may win. A store
/// with versions compares and sets in a script, which is slower, and nodes are most of what is written.
/// </summary>
/// <param name="connection">The store.</param>
/// <param name="serializer">Makes bytes of states.</param>
/// <param name="cluster">Names the product's data in the store.</param>
/// <param name="lifetime">How long a state is kept after it was last written; null for ever.</param>
internal sealed class RedisValueStorage(
    RedisConnection connection, SealedStateSerializer serializer, IOptions<ClusterOptions> cluster, TimeSpan? lifetime = null)
    : IGrainStorage
{
    private readonly RedisKey _prefix = $"{cluster.Value.ServiceId}/value/";
    private readonly Expiration _expiry = lifetime is { } limit ? limit : Expiration.Default;

    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => TryAsync(
        "read", grainId, async database =>
        {
            byte[]? value = await database.StringGetAsync(Key(stateName, grainId));
            grainState.State = value is null ? Activator.CreateInstance<T>() : serializer.Deserialize<T>(new BinaryData(value))!;
            grainState.RecordExists = value is not null;
        });

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => TryAsync(
        "saved", grainId, async database =>
        {
            await database.StringSetAsync(Key(stateName, grainId), serializer.Serialize(grainState.State).ToMemory(), _expiry);
            grainState.RecordExists = true;
        });

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => TryAsync(
        "deleted", grainId, async database =>
        {
            await database.KeyDeleteAsync(Key(stateName, grainId));
            grainState.State = Activator.CreateInstance<T>();
            grainState.RecordExists = false;
        });

    private Task TryAsync(string what, GrainId grain, Func<IDatabase, Task> operation) =>
        connection.TryAsync($"The state of {grain} could not be {what}", operation);

    private RedisKey Key(string stateName, GrainId grain) => _prefix.Append($"{stateName}/{grain}");
}
