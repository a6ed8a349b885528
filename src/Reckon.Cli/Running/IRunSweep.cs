using Reckon.Cli.Output;

namespace Reckon.Cli.Running;

/// <summary>Runs a sweep from start to end.</summary>
internal interface IRunSweep
{
    /// <summary>Runs <paramref name="request"/>, shows its progress, writes its results, and returns an <see cref="ExitCode"/>.</summary>
    /// <exception cref="CommandException">The sweep could not be run, for a known reason.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted; finished trials are saved.</exception>
    Task<int> RunAsync(RunRequest request, Terminal terminal, CancellationToken cancellationToken);
}
