using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Reckon.Storage;
using Reckon.System.Tests.Silos;
using StackExchange.Redis;

namespace Reckon.System.Tests.Stores;

/// <summary>A store of records as a silo has it, connected.</summary>
internal sealed class RedisRecords : IAsyncDisposable
{
    private readonly RedisConnection _connection;
    private readonly OneStage _life = new();

    private RedisRecords(string connection)
    {
        _connection = new RedisConnection(ConfigurationOptions.Parse(connection));
        _connection.Participate(_life);
        Store = new RedisRecordStore(
            _connection, Options.Create(new ClusterOptions { ServiceId = "reckon" }), NullLogger<RedisRecordStore>.Instance);
    }

    public RedisRecordStore Store { get; }

    public static async Task<RedisRecords> ConnectAsync(string connection)
    {
        var records = new RedisRecords(connection);
        await records._life.StartAsync();
        return records;
    }

    public async ValueTask DisposeAsync()
    {
        await _life.StopAsync();
        _life.Dispose();
        _connection.Dispose();
    }
}
