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
}
