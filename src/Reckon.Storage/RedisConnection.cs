using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>A silo's connection to the store, for all that it keeps there itself; open while the silo has services.</summary>
internal sealed class RedisConnection(ConfigurationOptions redis) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private ConnectionMultiplexer? _connection;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(RedisConnection),
        ServiceLifecycleStage.ApplicationServices,
        async cancellationToken => _connection = await ConnectionMultiplexer.ConnectAsync(redis).WaitAsync(cancellationToken),
        async cancellationToken => await (_connection?.CloseAsync() ?? Task.CompletedTask).WaitAsync(cancellationToken));

    /// <summary>Does <paramref name="operation"/>.</summary>
    /// <param name="failure">What is said where it fails, before the cause.</param>
    /// <param name="operation">What is asked of the store.</param>
    /// <exception cref="OrleansException">A store that does not answer is a fault of the cluster, for which callers expect this.</exception>
    public async Task TryAsync(string failure, Func<IDatabase, Task> operation)
    {
        try
        {
            await operation(_connection?.GetDatabase() ?? throw new StorageException("The store is not connected."));
        }
        catch (Exception cause)
        {
            throw new OrleansException($"{failure}: {RedisRemedy.Told(cause.Message)}", cause);
        }
    }

    /// <summary>The same, with what the store answers.</summary>
    /// <exception cref="OrleansException">See <see cref="TryAsync"/>.</exception>
    public async Task<T> AskAsync<T>(string failure, Func<IDatabase, Task<T>> question)
    {
        T? answer = default;
        await TryAsync(failure, async database => answer = await question(database));
        return answer!;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection?.Dispose();
}
