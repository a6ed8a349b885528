using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Reckon.Cli.Tests.Hosting;

/// <summary>A host that is still starting when it is asked to stop, and cannot stop then, as a silo at its very beginning.</summary>
internal sealed class HalfStartedHost(Exception? fault = null) : IHost
{
    public IServiceProvider Services { get; } = new ServiceCollection().BuildServiceProvider();

    public bool IsAskedToStop { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken = default) =>
        fault is null ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.FromException(fault);

    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        IsAskedToStop = true;
        return Task.FromException(new InvalidOperationException("It is in the Created state."));
    }

    public void Dispose()
    {
    }
}
