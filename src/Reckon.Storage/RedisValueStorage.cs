using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>
/// Keeps each state as one value, set and got by its key. Nothing is compared before it is replaced, so this is for states that
/// are the same whoever computes them, as those of search nodes: of two writers either may win. It takes half of the
/// time of a store with versions, which compares and sets in a script, and nodes are most of what is written.
/// </summary>
internal sealed class RedisValueStorage(
    ConfigurationOptions redis, SealedStateSerializer serializer, IOptions<ClusterOptions> cluster) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    private readonly RedisKey _prefix = $"{cluster.Value.ServiceId}/value/";
    private ConnectionMultiplexer? _connection;

    private IDatabase Database => _connection?.GetDatabase() ?? throw new StorageException("The store is not connected.");

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(RedisValueStorage),
        ServiceLifecycleStage.ApplicationServices,
        async _ => _connection = await ConnectionMultiplexer.ConnectAsync(redis),
        async _ => await (_connection?.CloseAsync() ?? Task.CompletedTask));

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        byte[]? value = await Tried("read", grainId, Database.StringGetAsync(Key(grainId)));
        grainState.RecordExists = value is not null;
        grainState.State = value is null ? Activator.CreateInstance<T>() : serializer.Deserialize<T>(new BinaryData(value))!;
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Tried("saved", grainId, Database.StringSetAsync(Key(grainId), serializer.Serialize(grainState.State).ToMemory()));
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Tried("deleted", grainId, Database.KeyDeleteAsync(Key(grainId)));
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    // A store that does not answer is the cluster's fault, which callers know by Orleans' exceptions.
    private static async Task<T> Tried<T>(string what, GrainId grain, Task<T> operation)
    {
        try
        {
            return await operation;
        }
        catch (Exception cause)
        {
            throw new OrleansException($"The state of {grain} could not be {what}: {cause.Message}", cause);
        }
    }

    private RedisKey Key(GrainId grain) => _prefix.Append(grain.ToString());
}
