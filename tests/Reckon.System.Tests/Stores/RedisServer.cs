using System.Diagnostics;
using Reckon.Storage;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Stores;

/// <summary>A real Redis of a test's own, with nothing on the disk; a test skips, and says so, where the program is not installed.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private readonly TempFolder _folder = new();
    private readonly Process _process;

    private RedisServer(int port)
    {
        ConnectionString = $"127.0.0.1:{port},abortConnect=false,connectTimeout=2000,allowAdmin=true";
        _process = Process.Start(new ProcessStartInfo("redis-server",
        [
            "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder.Path, "--loglevel", "warning",
        ])
        {
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>How it is reached.</summary>
    public string ConnectionString { get; }

    public static async Task<RedisServer> StartAsync()
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "redis-server")));
        Assert.SkipUnless(isThere, "redis-server is not on the PATH: install the package redis-server.");
        var server = new RedisServer(FreePort.Find());
        await using var client = await server.ConnectAsync();
        return server;
    }

    /// <summary>A connection of the test's own, once the server answers.</summary>
    public async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var client = await ConnectionMultiplexer.ConnectAsync(ConnectionString);
        using var patience = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!client.IsConnected)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }
}
