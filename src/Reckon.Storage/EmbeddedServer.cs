using System.Net;
using System.Net.Sockets;
using Garnet;

namespace Reckon.Storage;

/// <summary>
/// A Redis-compatible server (Garnet) inside this process, with its data in a folder. It lets one machine use the storage
/// code of the cluster with nothing installed. What was acknowledged survives the process: every write goes to an
/// append-only file that is read back at the next start.
/// </summary>
public sealed class EmbeddedServer : IDisposable
{
    private const int StartAttempts = 5;

    private readonly GarnetServer _server;

    private EmbeddedServer(GarnetServer server, int port)
    {
        _server = server;
        ConnectionString = $"127.0.0.1:{port},abortConnect=false,connectTimeout=5000,syncTimeout=15000,asyncTimeout=15000";
    }

    /// <summary>How StackExchange.Redis reaches the server.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts a server on a free loopback port, with the data that <paramref name="folder"/> holds.</summary>
    /// <exception cref="StorageException">The folder cannot be used, or the server does not start.</exception>
    public static EmbeddedServer Start(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Start(folder, StartAttempts);
        }
        catch (Exception cause) when (cause is not StorageException)
        {
            throw new StorageException($"The store in '{folder}' does not start: {cause.Message} Check that the folder is writable and its disk has room.", cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private static EmbeddedServer Start(string folder, int attempts)
    {
        var port = FreePort();
        try
        {
            var server = new GarnetServer(Arguments(folder, port));
            server.Start();
            return new EmbeddedServer(server, port);
        }
        catch (SocketException) when (attempts > 1)
        {
            // Somebody took the port between the look and the start.
            return Start(folder, attempts - 1);
        }
    }

    private static string[] Arguments(string folder, int port) =>
    [
        "--port", $"{port}", "--bind", "127.0.0.1",
        "--aof", "--recover", "--checkpointdir", Path.GetFullPath(folder),
        "--lua", "--lua-transaction-mode", // Orleans' storage compares and sets in a script.
        "--device-type", "RandomAccess", // The native device wants a library that not every machine has.
        "--memory", "256m", "--index", "16m", "--aof-memory", "64m",
        "--minthreads", "2", // Blocks of the pool that the models and the grains need more.
        "-q",
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
