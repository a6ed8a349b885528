using System.Diagnostics;
using System.Globalization;
using Reckon.Storage;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Stores;

/// <summary>A sentinel of a test's own: it knows which of two servers is the primary, and makes the other one that.</summary>
internal sealed class RedisSentinel : IAsyncDisposable
{
    private const string Service = "reckon-test";
    private readonly TempFolder _folder = new();
    private readonly int _port = FreePort.Find();
    private Process? _process;
    private ConnectionMultiplexer? _client;

    /// <summary>Has <paramref name="replica"/> follow <paramref name="primary"/> and watches both. Returns how the primary of the day is reached.</summary>
    public string Watch(RedisServer primary, RedisServer replica)
    {
        if (_process is null)
        {
            using var client = ConnectionMultiplexer.Connect(replica.ConnectionString);
            client.GetDatabase().Execute("REPLICAOF", "127.0.0.1", primary.Port.ToString(CultureInfo.InvariantCulture));
            var configuration = _folder.File("sentinel.conf");
            File.WriteAllText(configuration, string.Create(CultureInfo.InvariantCulture, $"""
                port {_port}
                bind 127.0.0.1
                sentinel monitor {Service} 127.0.0.1 {primary.Port} 1
                sentinel down-after-milliseconds {Service} 30000
                """) + "\n");
            _process = Process.Start(new ProcessStartInfo("redis-server", [configuration, "--sentinel"]) { RedirectStandardOutput = true })!;
            _process.OutputDataReceived += (_, _) => { };
            _process.BeginOutputReadLine();
        }

        return string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port},serviceName={Service}");
    }

    /// <summary>Has the replica become the primary, once it is known.</summary>
    public async Task FailOverAsync()
    {
        var sentinel = await ClientAsync();
        await Wait.UntilAsync(async () =>
        {
            try
            {
                await sentinel.ExecuteAsync("SENTINEL", "FAILOVER", Service);
                return true;
            }
            catch (RedisServerException)
            {
                return false; // It has not found the replica yet.
            }
        });
    }

    /// <summary>The port of the primary.</summary>
    public async Task<int> PrimaryPortAsync()
    {
        var address = (RedisValue[])(await (await ClientAsync()).ExecuteAsync("SENTINEL", "GET-MASTER-ADDR-BY-NAME", Service))!;
        return (int)address[1];
    }

    public async ValueTask DisposeAsync()
    {
        await (_client?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Dispose();
    }

    private async Task<IServer> ClientAsync()
    {
        var options = new ConfigurationOptions { EndPoints = { { "127.0.0.1", _port } }, CommandMap = CommandMap.Sentinel, AbortOnConnectFail = false, AllowAdmin = true };
        _client ??= await ConnectionMultiplexer.ConnectAsync(options);
        await Wait.UntilAsync(() => _client.IsConnected);
        return _client.GetServers().Single();
    }
}
