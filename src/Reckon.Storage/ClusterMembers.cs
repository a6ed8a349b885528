using System.Collections.Immutable;
using System.Text.Json;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>
/// The table of a cluster's members as it lies in Redis: a map with a field for each process, written by Orleans. Whoever wants to join looks
/// into it before it does.
/// </summary>
public static class ClusterMembers
{
    /// <summary>The field that holds the table's version.</summary>
    internal const string VersionField = "Version";

    // Members that run write a few times a minute that they are alive; clocks differ.
    private static readonly TimeSpan _longSilence = TimeSpan.FromMinutes(10);

    private static readonly string?[] _there = [nameof(SiloStatus.Active), nameof(SiloStatus.ShuttingDown), nameof(SiloStatus.Stopping)];

    /// <summary>
    /// How the members call themselves that are there now; none where the Redis does not answer within <paramref name="patience"/>.
    /// </summary>
    /// <param name="connectionString">How Redis is reached.</param>
    /// <param name="serviceId">Names the product's data in it.</param>
    /// <param name="clusterId">The cluster.</param>
    /// <param name="time">The time.</param>
    /// <param name="patience">How long to wait for an answer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<ImmutableArray<string>> NamesAsync(
        string connectionString, string serviceId, string clusterId, TimeProvider time, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(RedisAddress.Options(connectionString))
                .WaitAsync(patience, time, cancellationToken);
            var table = connection.GetDatabase().HashGetAllAsync(KeyOf(serviceId, clusterId));
            var rows = await table.WaitAsync(patience, time, cancellationToken);
            return [.. rows.Select(row => NameIn($"{row.Value}", time.GetUtcNow())).OfType<string>()];
        }
        catch (Exception cause) when (cause is RedisException or TimeoutException)
        {
            return [];
        }
    }

    /// <summary>Where Orleans keeps the table.</summary>
    internal static RedisKey KeyOf(string serviceId, string clusterId) => $"{serviceId}/members/{clusterId}";

    /// <summary>
    /// The name in a row of the table; null where the row is none of a member, or of one that is not there at <paramref name="now"/>: that has
    /// not joined yet, has left, or has not said for long that it is alive.
    /// </summary>
    internal static string? NameIn(string row, DateTimeOffset now)
    {
        try
        {
            return JsonSerializer.Deserialize<Row>(row) is { SiloName: { } name } member
                && IsThere(member.Status) && member.IAmAliveTime + _longSilence > now
                    ? name
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsThere(JsonElement status) => status.ValueKind == JsonValueKind.String
        ? _there.Contains(status.GetString())
        : status.ValueKind == JsonValueKind.Number && _there.Contains($"{(SiloStatus)status.GetInt32()}");

    private sealed record Row(string? SiloName, JsonElement Status, DateTimeOffset IAmAliveTime);
}
