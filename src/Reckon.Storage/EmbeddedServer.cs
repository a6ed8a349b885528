using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Reckon.Storage;

/// <summary>
/// A Redis-compatible server (Garnet) inside this process, with its data in a folder. It lets one machine use the storage
/// code of the cluster with nothing installed. Every write goes to an append-only file that is read at the next start,
/// so it survives the process. If the machine dies, what the system had not yet written to the disk is lost and drawn again.
/// </summary>
public sealed class EmbeddedServer : IDisposable
{
    private const int StartAttempts = 5;
    private const int MemoryMegabytes = 256;

    private readonly GarnetServer _server;
    private readonly int _port;

    private EmbeddedServer(GarnetServer server, int port)
    {
        (_server, _port) = (server, port);
        ConnectionString = $"127.0.0.1:{port},abortConnect=false,connectTimeout=5000,syncTimeout=15000,asyncTimeout=15000";
    }

    /// <summary>How StackExchange.Redis reaches the server.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts a server on a free loopback port, with the data that <paramref name="folder"/> holds.</summary>
    /// <param name="folder">Where the data is; created if missing.</param>
    /// <param name="logs">Where the server's own log goes; nowhere by default, and never to the terminal.</param>
    /// <param name="memoryMegabytes">Data kept in memory, at least 64; what is older is read from the disk.</param>
    /// <exception cref="StorageException">The folder cannot be used, or the server does not start.</exception>
    public static EmbeddedServer Start(string folder, ILoggerFactory? logs = null, int memoryMegabytes = MemoryMegabytes)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Reachable(Start(Path.GetFullPath(folder), logs ?? NullLoggerFactory.Instance, memoryMegabytes, StartAttempts));
        }
        catch (Exception cause) when (cause is not StorageException)
        {
            throw new StorageException(
                $"The store in '{folder}' does not start: {cause.Message.TrimEnd('.')}. {StartRemedy.For(cause)}", cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private static EmbeddedServer Start(string folder, ILoggerFactory logs, int memoryMegabytes, int attempts)
    {
        var port = FreePort.Find();
        try
        {
            var server = new GarnetServer(Arguments(folder, port, memoryMegabytes), logs);
            server.Start();
            return new EmbeddedServer(server, port);
        }
        catch (Exception cause) when (attempts > 1 && (cause as SocketException ?? cause.InnerException) is SocketException)
        {
            // Another process took the port in the meantime.
            return Start(folder, logs, memoryMegabytes, attempts - 1);
        }
    }

    // A server may listen where nobody can reach it: on a loopback interface that is down.
    private static EmbeddedServer Reachable(EmbeddedServer server)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, server._port);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private static string[] Arguments(string folder, int port, int memoryMegabytes) =>
    [
        "--port", $"{port}", "--bind", "127.0.0.1",
        "--aof", "--recover", "--checkpointdir", folder,
        "--storage-tier", "--logdir", folder, // Without it, what does not fit into memory is dropped.
        "--lua", "--lua-transaction-mode", // Orleans' storage compares and sets in a script.
        "--device-type", "RandomAccess", // The native device needs a library that not every machine has.
        "--memory", $"{memoryMegabytes}m", "--index", "16m", "--aof-memory", "64m",
        "--minthreads", "2", // More would take threads from the models and the grains.
        "-q",
    ];
}
