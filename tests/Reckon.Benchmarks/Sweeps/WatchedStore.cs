using System.Globalization;
using StackExchange.Redis;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>Counts what a store is sent and holds.</summary>
/// <param name="ConnectionString">How it is reached.</param>
/// <param name="Folder">Where the embedded server keeps its data; nothing is there of another.</param>
internal sealed record WatchedStore(string ConnectionString, string Folder)
{
    /// <summary>Bytes that a Redis was sent, or that the embedded server appended to its file, where every command that writes goes.</summary>
    public async Task<long> BytesAsync()
    {
        await using var client = await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},allowAdmin=true");
        var sent = (await client.GetServers().Single().InfoAsync("stats")).SelectMany(section => section)
            .FirstOrDefault(figure => figure.Key == "total_net_input_bytes").Value;
        var appended = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        return appended > 0 ? appended : long.Parse(sent ?? "0", CultureInfo.InvariantCulture);
    }

    /// <summary>Bytes of the values that it holds, by the beginning of their keys.</summary>
    public async Task<IReadOnlyList<(string Name, long Bytes)>> KindsAsync()
    {
        await using var client = await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},allowAdmin=true");
        var database = client.GetDatabase();
        var sizes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var keys in client.GetServers().Single().Keys(pattern: "reckon/*", pageSize: 1_000).Chunk(1_000))
        {
            foreach (var (key, bytes) in keys.Zip(await Task.WhenAll(keys.Select(key => SizeAsync(database, key)))))
            {
                var kind = string.Join('/', $"{key}".Split('/').Skip(1).Take(2));
                sizes[kind] = sizes.GetValueOrDefault(kind) + bytes;
            }
        }

        return [.. sizes.Select(size => (size.Key, size.Value))];
    }

    private static async Task<long> SizeAsync(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.String => await database.StringLengthAsync(key),
        RedisType.Hash => (await database.HashGetAllAsync(key)).Sum(field => field.Name.Length() + field.Value.Length()),
        RedisType.List => (await database.ListRangeAsync(key)).Sum(entry => entry.Length()),
        _ => 0,
    };
}
