using System.Globalization;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Supervision;

/// <summary>Keeps processes running: one that ends is started again.</summary>
/// <param name="logs">The folder of their logs.</param>
/// <param name="grace">How long each may take to stop.</param>
/// <param name="terminal">Where to say what happens.</param>
/// <param name="time">The time.</param>
internal sealed class Supervisor(string logs, TimeSpan grace, Terminal terminal, TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>Runs a process until <paramref name="stop"/> is cancelled; then asks it to stop, and returns.</summary>
    public async Task KeepAsync(ChildSpec spec, CancellationToken stop)
    {
        var ends = 0;
        while (!stop.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            await using var child = ChildProcess.Start(spec, Path.Combine(logs, $"{spec.Name}.log"));
            _ = TellReadyAsync(spec, child);
            if (await EndOfAsync(child, stop) is not { } code)
            {
                return;
            }

            ends = RestartPause.Count(ends, time.GetElapsedTime(started));
            var pause = RestartPause.After(ends);
            Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"{spec.Name} ended with {code} ({Path.Combine(logs, spec.Name)}.log); it starts again in {pause.TotalSeconds} s"));
            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Its exit code; null when it was asked to stop.
    private async Task<int?> EndOfAsync(ChildProcess child, CancellationToken stop)
    {
        try
        {
            return await child.ExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            await child.StopAsync(grace);
            return null;
        }
    }

    private async Task TellReadyAsync(ChildSpec spec, ChildProcess child)
    {
        var id = child.Id;
        if (await child.Ready is { } what)
        {
            Tell(string.Create(CultureInfo.InvariantCulture, $"{spec.Name} (process {id}): {what}"));
        }
    }

    private void Tell(string line)
    {
        lock (_lock)
        {
            terminal.Error.WriteLine(SafeText.Terminal(line));
        }
    }
}
