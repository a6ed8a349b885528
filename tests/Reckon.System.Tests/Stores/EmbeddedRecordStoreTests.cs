using Reckon.Coordinator.Stores;
using Reckon.Storage;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Stores;

public sealed class EmbeddedRecordStoreTests : RecordStoreKit, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly EmbeddedServer _server;
    private RedisRecords? _records;

    public EmbeddedRecordStoreTests() => _server = EmbeddedServer.Start(_folder.Path);

    private protected override IRecordStore Store => _records!.Store;

    public async ValueTask InitializeAsync() => _records = await RedisRecords.ConnectAsync(_server.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await _records!.DisposeAsync();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_damaged_value_counts_as_never_written_and_leaves_the_others()
    {
        await Store.SetAsync("a", [new("1", "one"u8.ToArray()), new("2", "two"u8.ToArray())]);
        await using var client = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        byte[] value = (await client.GetDatabase().HashGetAsync("reckon/record/a", "1"))!;
        value[^1] ^= 1;
        await client.GetDatabase().HashSetAsync("reckon/record/a", "1", value);

        Assert.Equal([null, "two"u8.ToArray()], await Store.GetAsync("a", ["1", "2"]));
        Assert.Equal("2", Assert.Single(await Store.GetAllAsync("a")).Key);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_a_fault_that_callers_try_again()
    {
        await using var gone = await RedisRecords.ConnectAsync("127.0.0.1:1,abortConnect=false,connectTimeout=200,syncTimeout=200,asyncTimeout=200");

        var reading = await Assert.ThrowsAsync<OrleansException>(() => gone.Store.GetAllAsync("a"));
        var saving = await Assert.ThrowsAsync<OrleansException>(() => gone.Store.AppendAsync("a", default));

        Assert.StartsWith("The record 'a' could not be read", reading.Message, StringComparison.Ordinal);
        Assert.StartsWith("The record 'a' could not be saved", saving.Message, StringComparison.Ordinal);
    }
}
