using Reckon.Cli.Output;
using Reckon.Cli.Running;

namespace Reckon.Cli.Tests.CommandLine;

/// <summary>Runs nothing, remembers its request, and ends with a given result.</summary>
internal sealed class FixedRun(Func<CancellationToken, int> end) : IRunSweep
{
    public RunRequest? Request { get; private set; }

    public Task<int> RunAsync(RunRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        Request = request;
        return Task.FromResult(end(cancellationToken));
    }
}
