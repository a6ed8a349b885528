using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Reckon.Storage;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Stores;

/// <summary>
/// A real Redis of a test's own; a test skips, and says so, where the program is not installed. It keeps what it holds in an append-only
/// file if it is to, and else has nothing on the disk.
/// </summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private readonly TempFolder _folder = new();
    private readonly ProcessStartInfo _start;
    private Process _process;

    private RedisServer(int port, bool isKept)
    {
        Address = $"127.0.0.1:{port}";
        _start = new ProcessStartInfo("redis-server",
        [
            "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", isKept ? "yes" : "no", "--dir", _folder.Path,
            "--loglevel", "warning",
        ])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(_start)!;
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>How it is reached.</summary>
    public string ConnectionString => $"{Address},abortConnect=false,connectTimeout=2000,allowAdmin=true";

    public static async Task<RedisServer> StartAsync(bool isKept = false)
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "redis-server")));
        Assert.SkipUnless(isThere, "redis-server is not on the PATH: install the package redis-server.");
        var server = new RedisServer(FreePort.Find(), isKept);
        await using var client = await server.ConnectAsync();
        return server;
    }

    /// <summary>A connection of the test's own, once the server answers.</summary>
    public async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var options = ConfigurationOptions.Parse(ConnectionString);
        (options.ReconnectRetryPolicy, options.HeartbeatInterval) = (new LinearRetry(100), TimeSpan.FromMilliseconds(250)); // Sees soon that it is back.
        var client = await ConnectionMultiplexer.ConnectAsync(options);
        using var patience = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!client.IsConnected)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }

        return client;
    }

    /// <summary>Sends it a signal.</summary>
    public void Send(ProcessSignal signal) => signal.SendTo(_process.Id);

    /// <summary>Has it end in good order; what it keeps is on the disk then.</summary>
    public async Task StopAsync()
    {
        Send(ProcessSignal.Terminate);
        await _process.WaitForExitAsync();
    }

    /// <summary>Whether it answers a new connection.</summary>
    public async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPEndPoint.Parse(Address));
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[5];
            await client.GetStream().ReadExactlyAsync(answer);
            return answer.AsSpan().SequenceEqual("+PONG"u8); // While it loads its data it says so instead.
        }
        catch (Exception cause) when (cause is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>Starts it again, where it was; returns at once.</summary>
    public void StartAgain()
    {
        _process.Dispose();
        _process = Process.Start(_start)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }
}
