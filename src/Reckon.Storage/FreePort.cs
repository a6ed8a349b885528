using System.Net;
using System.Net.Sockets;

namespace Reckon.Storage;

/// <summary>Finds unused ports.</summary>
public static class FreePort
{
    // Below the ports that systems give to outgoing connections (Linux from 32,768, others from 49,152): such a connection of another
    // process could take the port between the moment when it is found and that when it is listened at.
    private const int First = 10_240;
    private const int End = 32_768;
    private const int Attempts = 100;

    /// <summary>A loopback port that was free a moment ago, drawn at random so that processes that ask at once get different ones.</summary>
    public static int Find()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = Random.Shared.Next(First, End);
            if (IsFree(port))
            {
                return port;
            }
        }

        return AnyFree();
    }

    // Of all addresses: a server may listen at more than loopback.
    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Any, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int AnyFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
