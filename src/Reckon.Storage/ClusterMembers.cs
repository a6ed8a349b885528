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

    private const string Dead = "Dead";
    private const int DeadNumber = 6;

    /// <summary>How the members call themselves that have not left; none where the Redis does not answer within <paramref name="patience"/>.</summary>
    /// <param name="connectionString">How Redis is reached.</param>
    /// <param name="serviceId">Names the product's data in it.</param>
    /// <param name="clusterId">The cluster.</param>
    /// <param name="patience">How long to wait for an answer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<ImmutableArray<string>> NamesAsync(
        string connectionString, string serviceId, string clusterId, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(RedisAddress.Options(connectionString))
                .WaitAsync(patience, cancellationToken);
            var fields = await connection.GetDatabase().HashGetAllAsync(KeyOf(serviceId, clusterId)).WaitAsync(patience, cancellationToken);
            return [.. fields.Select(field => NameIn($"{field.Value}")).OfType<string>()];
        }
        catch (Exception cause) when (cause is RedisException or TimeoutException)
        {
            return [];
        }
    }

    /// <summary>Where Orleans keeps the table.</summary>
    internal static RedisKey KeyOf(string serviceId, string clusterId) => $"{serviceId}/members/{clusterId}";

    /// <summary>The name in a row of the table; null where the row is none of a member, or of one that has left.</summary>
    internal static string? NameIn(string row)
    {
        try
        {
            using var document = JsonDocument.Parse(row);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("SiloName", out var name)
                && document.RootElement.TryGetProperty("Status", out var status)
                && !IsDead(status)
                    ? name.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsDead(JsonElement status) => status.ValueKind == JsonValueKind.String
        ? status.ValueEquals(Dead)
        : status.TryGetInt32(out var number) && number == DeadNumber;
}
