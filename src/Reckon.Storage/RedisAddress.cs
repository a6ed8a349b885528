using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>How a Redis is reached, as people write it.</summary>
public static class RedisAddress
{
    private const int ReconnectMilliseconds = 500;

    /// <summary>Whether <paramref name="text"/> names at least one server and only options that are known.</summary>
    public static bool IsValid(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException)
        {
            return false;
        }
    }

    /// <summary><paramref name="text"/> as it may be shown and logged.</summary>
    public static string WithoutSecrets(string text) => ConfigurationOptions.Parse(text).ToString(includePassword: false);

    /// <summary>
    /// The options for <paramref name="text"/>. A process that starts while Redis is away waits for it instead of ending.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is not valid.</exception>
    public static ConfigurationOptions Options(string text)
    {
        var options = ConfigurationOptions.Parse(text);
        options.AbortOnConnectFail = false;
        options.ReconnectRetryPolicy = new LinearRetry(ReconnectMilliseconds); // By default the pauses grow with the outage.
        options.SocketManager = SocketManager.ThreadPool; // Threads of its own would interrupt those of the models at every reply.
        return options;
    }
}
