using System.Net.Sockets;
using Reckon.Storage;

namespace Reckon.System.Tests.Silos;

public sealed class StartRemedyTests
{
    public static TheoryData<Exception, string> Causes => new()
    {
        { new IOException("Too many open files"), "ulimit -n" },
        { new InvalidOperationException("x", new SocketException((int)SocketError.TooManyOpenSockets)), "ulimit -n" },
        { new AggregateException(new IOException("odd"), new InsufficientMemoryException()), "more memory" },
        { new SocketException((int)SocketError.AddressNotAvailable), "loopback" },
        { new UnauthorizedAccessException("no"), "writable" },
        { new IOException("No space left on device"), "disk has room" },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void The_remedy_fits_what_kept_the_store_from_starting(Exception cause, string remedy) =>
        Assert.Contains(remedy, StartRemedy.For(cause), StringComparison.Ordinal);
}
