using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Persistence;
using Orleans.Serialization;
using Orleans.Storage;
using Reckon.Coordinator.Stores;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>Membership, grain state and records in Redis, or in anything that speaks its protocol.</summary>
public static class RedisStorage
{
    /// <summary>The name under which grains ask for their state.</summary>
    public const string GrainState = "reckon";

    /// <summary>The name under which grains ask for a state that is the same wherever it is computed.</summary>
    public const string RepeatableState = "reckon-repeatable";

    /// <summary>The name under which grains that must be single ask for their directory, which outlives every silo.</summary>
    public const string GrainDirectory = "reckon";

    /// <summary>Uses the Redis at <paramref name="connectionString"/> to find the cluster's other silos.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="connectionString">How it is reached.</param>
    /// <param name="keepsCopy">Whether the silo keeps a copy of the table of members: see <see cref="MembershipWatch"/>.</param>
    public static ISiloBuilder UseRedisMembership(this ISiloBuilder silo, string connectionString, bool keepsCopy)
    {
        var redis = RedisAddress.Options(connectionString);
        AddConnection(silo.Services, redis);
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton(services => new MembershipWatch(
            services.GetRequiredService<RedisConnection>(), KeyOfMembers(services), services.GetRequiredService<ILocalSiloDetails>().SiloAddress,
            keepsCopy, services.GetRequiredService<IHostApplicationLifetime>(), services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<MembershipWatch>>()));
        silo.Services.AddHostedService(services => services.GetRequiredService<MembershipWatch>());
        return silo.UseRedisClustering(options => options.ConfigurationOptions = redis);
    }

    /// <summary>Uses the Redis at <paramref name="connectionString"/> to find a gateway into the cluster.</summary>
    public static IClientBuilder UseRedisMembership(this IClientBuilder client, string connectionString)
    {
        var redis = RedisAddress.Options(connectionString);
        return client.UseRedisClustering(options => options.ConfigurationOptions = redis);
    }

    /// <summary>Uses the Redis at <paramref name="connectionString"/> for the state of grains, and for records.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="connectionString">How it is reached.</param>
    /// <param name="valueLifetime">
    /// How long a repeatable state is kept after it was last written; null for ever. Sweeps share search nodes, so deleting a sweep deletes
    /// none; one that has expired is drawn again if it is asked for again, with the same results.
    /// </param>
    public static ISiloBuilder UseRedisState(this ISiloBuilder silo, string connectionString, TimeSpan? valueLifetime = null)
    {
        var redis = RedisAddress.Options(connectionString);
        silo.AddRedisGrainStorage(GrainState, options => options.ConfigurationOptions = redis);
        silo.AddRedisGrainDirectory(GrainDirectory, options => options.ConfigurationOptions = redis);

        silo.Services.AddSingleton(services => new SealedStateSerializer(
            new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()),
            services.GetRequiredService<ILogger<SealedStateSerializer>>()));
        silo.Services.AddOptions<RedisStorageOptions>(GrainState)
            .PostConfigure<SealedStateSerializer>((options, serializer) => options.GrainStorageSerializer = serializer);
        AddConnection(silo.Services, redis);
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            RepeatableState, (services, _) => new RedisValueStorage(
                services.GetRequiredService<RedisConnection>(), services.GetRequiredService<SealedStateSerializer>(),
                services.GetRequiredService<IOptions<ClusterOptions>>(), valueLifetime));
        silo.Services.AddSingleton<IRecordStore, RedisRecordStore>();
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton<StoreInstruments>();
        silo.Services.AddHostedService<StoreWatch>();
        return silo;
    }

    // One for each silo, whoever needs it first.
    private static void AddConnection(IServiceCollection services, ConfigurationOptions redis)
    {
        if (!services.Any(known => known.ServiceType == typeof(RedisConnection)))
        {
            services.AddSingleton(new RedisConnection(redis));
            services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<RedisConnection>());
        }
    }

    private static RedisKey KeyOfMembers(IServiceProvider services)
    {
        var cluster = services.GetRequiredService<IOptions<ClusterOptions>>().Value;
        return ClusterMembers.KeyOf(cluster.ServiceId, cluster.ClusterId);
    }
}
