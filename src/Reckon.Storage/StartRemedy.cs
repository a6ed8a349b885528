using System.Net.Sockets;

namespace Reckon.Storage;

/// <summary>Says what to do about a store that does not start, by what kept it from that.</summary>
public static class StartRemedy
{
    private const int TooManyOpenFiles = 24; // EMFILE, on Linux and macOS.

    /// <summary>The remedy for <paramref name="cause"/>: a sentence.</summary>
    public static string For(Exception cause)
    {
        var all = Chain(cause).ToList();
        if (all.Exists(IsOutOfHandles))
        {
            return "Let the process open more files, such as with 'ulimit -n 4096'.";
        }

        if (all.Exists(fault => fault is OutOfMemoryException))
        {
            return "Give the process more memory; DOTNET_GCHeapHardLimit and the limits of a container bound it.";
        }

        return all.Exists(fault => fault is SocketException)
            ? "The store listens on 127.0.0.1 only: check that the loopback interface is up ('ip link set lo up') and that ports are free."
            : "Check that the folder is writable and its disk has room.";
    }

    private static bool IsOutOfHandles(Exception fault) => fault switch
    {
        SocketException socket => socket.SocketErrorCode is SocketError.TooManyOpenSockets,
        IOException => (fault.HResult & 0xFFFF) == TooManyOpenFiles
            || fault.Message.Contains("Too many open files", StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<Exception> Chain(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
            if (fault is AggregateException { InnerExceptions.Count: > 1 } many)
            {
                foreach (var inner in many.InnerExceptions.Skip(1).SelectMany(Chain))
                {
                    yield return inner;
                }
            }
        }
    }
}
