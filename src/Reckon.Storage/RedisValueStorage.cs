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
internal sealed class RedisValueStorage(ConfigurationOptions redis, SealedStateSerializer serializer, IOptions<ClusterOptions> cluster)
    : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly RedisKey _prefix = $"{cluster.Value.ServiceId}/value/";
    private ConnectionMultiplexer? _connection;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(RedisValueStorage),
        ServiceLifecycleStage.ApplicationServices,
        async cancellationToken => _connection = await ConnectionMultiplexer.ConnectAsync(redis).WaitAsync(cancellationToken),
        async cancellationToken => await (_connection?.CloseAsync() ?? Task.CompletedTask).WaitAsync(cancellationToken));

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
            await database.StringSetAsync(Key(stateName, grainId), serializer.Serialize(grainState.State).ToMemory());
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

    /// <inheritdoc/>
    public void Dispose() => _connection?.Dispose();

    // A store that does not answer is a fault of the cluster, for which callers expect Orleans' exceptions.
    private async Task TryAsync(string what, GrainId grain, Func<IDatabase, Task> operation)
    {
        try
        {
            await operation(_connection?.GetDatabase() ?? throw new StorageException("The store is not connected."));
        }
        catch (Exception cause)
        {
            throw new OrleansException($"The state of {grain} could not be {what}: {cause.Message}", cause);
        }
    }

    private RedisKey Key(string stateName, GrainId grain) => _prefix.Append($"{stateName}/{grain}");
}
