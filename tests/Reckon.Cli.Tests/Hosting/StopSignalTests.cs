using Reckon.Cli.Hosting;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Hosting;

[Collection(AloneInProcess.Name)] // The signal reaches all that listen there.
public sealed class StopSignalTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_server_that_is_asked_to_stop_before_it_waits_for_anything_is_asked_all_the_same()
    {
        using var stop = StopSignal.Listen(isAttached: false, TimeProvider.System, TestContext.Current.CancellationToken);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = stop.Token.UnsafeRegister(_ => asked.TrySetResult(), null);

        ProcessSignal.Terminate.SendTo(Environment.ProcessId);

        await asked.Task.WaitAsync(_patience, TestContext.Current.CancellationToken);
    }
}
