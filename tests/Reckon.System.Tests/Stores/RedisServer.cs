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
    private readonly TempFolder _folder = new();
    private readonly ProcessStartInfo _start;
    private readonly RedisSetup _setup;
    private Process _process;

    private RedisServer(RedisSetup setup, int port)
    {
        (_setup, Port, Address) = (setup, port, $"127.0.0.1:{port}");
        _start = new ProcessStartInfo("redis-server",
        [
            setup.IsSecured ? "--tls-port" : "--port", $"{port}", .. setup.IsSecured ? (string[])["--port", "0"] : [],
            "--bind", "127.0.0.1", "--save", "", "--appendonly", setup.IsKept ? "yes" : "no", "--dir", setup.Folder ?? _folder.Path,
            "--loglevel", "warning", .. setup.Arguments,
        ])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(_start)!;
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>How processes of a cluster reach it.</summary>
    public string ClientAddress => Address + _setup.ClientOptions;

    /// <summary>How a test reaches it.</summary>
    public string ConnectionString => $"{ClientAddress},abortConnect=false,connectTimeout=2000,allowAdmin=true";

    public static Task<RedisServer> StartAsync(bool isKept = false) => StartAsync(new RedisSetup { IsKept = isKept });

    /// <summary>Starts one, and waits until it answers.</summary>
    public static async Task<RedisServer> StartAsync(RedisSetup setup)
    {
        Assert.SkipUnless(Programs.Has("redis-server"), "redis-server is not on the PATH: install the package redis-server.");
        var server = new RedisServer(setup, FreePort.Find());
        try
        {
            await Wait.UntilAsync(server.AnswersAsync, () => $"redis-server {string.Join(' ', server._start.ArgumentList)}: {server.End}");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection of the test's own.</summary>
    public async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var options = ConfigurationOptions.Parse(ConnectionString);
        (options.ReconnectRetryPolicy, options.HeartbeatInterval) = (new LinearRetry(100), TimeSpan.FromMilliseconds(250)); // Sees soon that it is back.
        options.CertificateValidation += (_, certificate, _, _) => certificate?.GetCertHashString() == _setup.CertificateHash;
        var client = await ConnectionMultiplexer.ConnectAsync(options);
        await Wait.UntilAsync(() => client.IsConnected);
        return client;
    }

    /// <summary>Changes a setting while it runs.</summary>
    public static async Task ConfigureAsync(ConnectionMultiplexer client, string name, string value) =>
        await client.GetDatabase().ExecuteAsync("CONFIG", "SET", name, value);

    /// <summary>Sends it a signal.</summary>
    public void Send(ProcessSignal signal) => signal.SendTo(_process.Id);

    /// <summary>Has it end in good order; what it keeps is on the disk then.</summary>
    public async Task StopAsync()
    {
        Send(ProcessSignal.Terminate);
        await _process.WaitForExitAsync();
    }

    /// <summary>Whether it takes connections and, where it can be asked without more, answers.</summary>
    public async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPEndPoint.Parse(Address));
            if (_setup.IsSecured || _setup.ClientOptions.Length > 0)
            {
                return true;
            }

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

    /// <summary>What it said at its end, as a message to people.</summary>
    public string End => _process.HasExited ? $"it ended with {_process.ExitCode}: {_process.StandardOutput.ReadToEnd()}" : "it runs";
}
