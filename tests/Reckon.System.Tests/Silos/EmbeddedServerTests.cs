using Reckon.Storage;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Silos;

public sealed class EmbeddedServerTests
{
    private const int Values = 32_000;
    private const int MemoryMegabytes = 64;
    private static readonly byte[] _value = new byte[4_096]; // 128 MB in all, twice the memory.

    [Fact]
    public async Task Keeps_what_does_not_fit_its_memory_through_a_restart_too()
    {
        using var folder = new TempFolder();
        using (var server = EmbeddedServer.Start(folder.Path, memoryMegabytes: MemoryMegabytes))
        {
            await using var client = await ConnectAsync(server);
            await Task.WhenAll(Enumerable.Range(0, Values).Select(i => SetAsync(client.GetDatabase(), i)));
            Assert.Empty(await MissingAsync(client));
        }

        using var restarted = EmbeddedServer.Start(folder.Path, memoryMegabytes: MemoryMegabytes);
        await using var again = await ConnectAsync(restarted);
        Assert.Empty(await MissingAsync(again));
    }

    [Fact]
    public void A_folder_that_cannot_be_used_is_told_with_its_path()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("store"), "a file");

        var failure = Assert.Throws<StorageException>(() => EmbeddedServer.Start(folder.File("store")));
        Assert.Contains(folder.File("store"), failure.Message, StringComparison.Ordinal);
    }

    // All values are on their way at once, so the last waits for all others: on a machine with much else to do, longer than a
    // client should.
    private static async Task<ConnectionMultiplexer> ConnectAsync(EmbeddedServer server)
    {
        var options = ConfigurationOptions.Parse(server.ConnectionString);
        options.AsyncTimeout = (int)TimeSpan.FromMinutes(5).TotalMilliseconds;
        return await ConnectionMultiplexer.ConnectAsync(options);
    }

    // As both kinds of grain state lie there: hashes with a version, and plain values.
    private static Task<bool> SetAsync(IDatabase database, int i) =>
        i % 4 == 0 ? database.HashSetAsync($"key {i}", "data", _value) : database.StringSetAsync($"key {i}", _value);

    private static async Task<bool> IsThereAsync(IDatabase database, int i) => i % 4 == 0
        ? await database.HashExistsAsync($"key {i}", "data")
        : await database.StringLengthAsync($"key {i}") == _value.Length;

    private static async Task<IReadOnlyList<int>> MissingAsync(ConnectionMultiplexer client)
    {
        var sample = Enumerable.Range(0, Values).Where(i => i % 50 == 0).ToList();
        var found = await Task.WhenAll(sample.Select(i => IsThereAsync(client.GetDatabase(), i)));
        return [.. sample.Zip(found).Where(pair => !pair.Second).Select(pair => pair.First)];
    }
}
