using Microsoft.Extensions.Hosting;

namespace Reckon.Cli.Hosting;

/// <summary>Leaves signals to the command line: a host that also handled them would stop before the command knew why.</summary>
internal sealed class CommandLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
