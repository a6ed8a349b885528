using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>Asks a Redis whether it is there.</summary>
public static class RedisProbe
{
    /// <summary>
    /// Why the Redis at <paramref name="connectionString"/> does not answer within <paramref name="patience"/>, with what is to be done where
    /// that is known; null where it answers.
    /// </summary>
    public static async Task<string?> FaultAsync(string connectionString, TimeSpan patience, CancellationToken cancellationToken)
    {
        var options = RedisAddress.Options(connectionString);
        options.ConnectTimeout = (int)patience.TotalMilliseconds;
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(patience, cancellationToken);
            await connection.GetDatabase().PingAsync().WaitAsync(patience, cancellationToken);
            return null;
        }
        catch (Exception cause) when (cause is RedisException or TimeoutException)
        {
            return RedisRemedy.For(cause.Message) ?? cause.GetType().Name;
        }
    }

    /// <summary>What the Redis at <paramref name="connectionString"/> says of itself; null when it does not answer.</summary>
    public static async Task<RedisFacts?> ReadAsync(string connectionString, TimeSpan patience, CancellationToken cancellationToken)
    {
        var options = RedisAddress.Options(connectionString);
        (options.ConnectTimeout, options.AllowAdmin) = ((int)patience.TotalMilliseconds, true);
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(patience, cancellationToken);
            var latency = await connection.GetDatabase().PingAsync().WaitAsync(patience, cancellationToken);
            var server = connection.GetServers().First(known => known.IsConnected);
            var facts = (await server.InfoAsync().WaitAsync(patience, cancellationToken))
                .SelectMany(section => section).GroupBy(fact => fact.Key).ToDictionary(group => group.Key, group => group.First().Value);
            return new RedisFacts(
                $"{server.Version}", facts.GetValueOrDefault("aof_enabled") == "1", facts.GetValueOrDefault("maxmemory_policy") ?? "",
                latency.TotalMilliseconds)
            {
                WriteFault = await WriteFaultAsync(connection.GetDatabase(), patience, cancellationToken),
            };
        }
        catch (Exception cause) when (cause is RedisException or TimeoutException or InvalidOperationException)
        {
            return null;
        }
    }

    // A value that is gone at once: only whether it is taken counts.
    private static async Task<string?> WriteFaultAsync(IDatabase database, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await database.StringSetAsync("reckon/doctor", "written", TimeSpan.FromSeconds(1)).WaitAsync(patience, cancellationToken);
            return null;
        }
        catch (RedisServerException cause)
        {
            return RedisRemedy.Told(cause.Message);
        }
    }
}
