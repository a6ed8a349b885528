using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>Asks a Redis whether it is there.</summary>
public static class RedisProbe
{
    /// <summary>Whether the Redis at <paramref name="connectionString"/> answers within <paramref name="patience"/>.</summary>
    public static async Task<bool> AnswersAsync(string connectionString, TimeSpan patience, CancellationToken cancellationToken)
    {
        var options = RedisAddress.Options(connectionString);
        options.ConnectTimeout = (int)patience.TotalMilliseconds;
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(patience, cancellationToken);
            await connection.GetDatabase().PingAsync().WaitAsync(patience, cancellationToken);
            return true;
        }
        catch (Exception cause) when (cause is RedisException or TimeoutException)
        {
            return false;
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
                latency.TotalMilliseconds);
        }
        catch (Exception cause) when (cause is RedisException or TimeoutException or InvalidOperationException)
        {
            return null;
        }
    }
}
