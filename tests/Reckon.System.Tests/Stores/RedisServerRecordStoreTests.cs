using Reckon.Coordinator.Stores;

namespace Reckon.System.Tests.Stores;

public sealed class RedisServerRecordStoreTests : RecordStoreKit, IAsyncLifetime
{
    private RedisServer? _server;
    private RedisRecords? _records;

    private protected override IRecordStore Store => _records!.Store;

    public async ValueTask InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _records = await RedisRecords.ConnectAsync(_server.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await (_records?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
