using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Persistence;
using Orleans.Serialization;
using Orleans.Storage;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>Membership and grain state in Redis, or in anything that speaks its protocol.</summary>
public static class RedisStorage
{
    /// <summary>The name under which grains ask for their state.</summary>
    public const string GrainState = "reckon";

    /// <summary>The name under which grains ask for a state that is the same wherever it is computed.</summary>
    public const string RepeatableState = "reckon-repeatable";

    /// <summary>The name under which grains that must be single ask for their directory, which outlives every silo.</summary>
    public const string GrainDirectory = "reckon";

    /// <summary>Uses the Redis at <paramref name="connectionString"/> for cluster membership and for grain state.</summary>
    public static ISiloBuilder UseRedis(this ISiloBuilder silo, string connectionString)
    {
        var redis = ConfigurationOptions.Parse(connectionString);
        redis.SocketManager = SocketManager.ThreadPool; // Threads of its own would interrupt those of the models at every reply.
        silo.UseRedisClustering(options => options.ConfigurationOptions = redis);
        silo.AddRedisGrainStorage(GrainState, options => options.ConfigurationOptions = redis);
        silo.AddRedisGrainDirectory(GrainDirectory, options => options.ConfigurationOptions = redis);

        silo.Services.AddSingleton(services => new SealedStateSerializer(
            new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()),
            services.GetRequiredService<ILogger<SealedStateSerializer>>()));
        silo.Services.AddOptions<RedisStorageOptions>(GrainState)
            .PostConfigure<SealedStateSerializer>((options, serializer) => options.GrainStorageSerializer = serializer);
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            RepeatableState, (services, _) => ActivatorUtilities.CreateInstance<RedisValueStorage>(services, redis));
        silo.Services.AddSingleton(
            services => (ILifecycleParticipant<ISiloLifecycle>)services.GetRequiredKeyedService<IGrainStorage>(RepeatableState));
        return silo;
    }
}
