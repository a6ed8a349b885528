using System.Globalization;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Supervision;

/// <summary>Keeps processes running: one that ends is started again, unless it says that it was started in a wrong way.</summary>
/// <param name="logs">The folder of their logs.</param>
/// <param name="grace">How long each may take to stop.</param>
/// <param name="terminal">Where to say what happens.</param>
/// <param name="time">The time.</param>
internal sealed class Supervisor(string logs, TimeSpan grace, Terminal terminal, TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>
    /// Runs all of <paramref name="specs"/> until <paramref name="stop"/> is cancelled. Returns false where one of them was refused: then
    /// the others were asked to stop, too.
    /// </summary>
    public async Task<bool> KeepAllAsync(IEnumerable<ChildSpec> specs, CancellationToken stop)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var kept = await Task.WhenAll(specs.Select(async spec =>
        {
            var isKept = await KeepAsync(spec, all.Token);
            await (isKept ? Task.CompletedTask : all.CancelAsync());
            return isKept;
        }));
        return kept.All(isKept => isKept);
    }

    // Until it is asked to stop; false where it would only end again, because it was refused.
    private async Task<bool> KeepAsync(ChildSpec spec, CancellationToken stop)
    {
        var ends = 0;
        while (!stop.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            await using var child = ChildProcess.Start(spec, Path.Combine(logs, $"{spec.Name}.log"));
            _ = TellReadyAsync(spec, child);
            if (await EndOfAsync(child, stop) is not { } code)
            {
                return true;
            }

            if (code == ExitCode.Usage)
            {
                Tell($"{spec.Name} was refused; {Path.Combine(logs, spec.Name)}.log says why");
                return false;
            }

            ends = RestartPause.Count(ends, time.GetElapsedTime(started));
            var pause = RestartPause.After(ends);
            Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"{spec.Name} ended with {code} ({Path.Combine(logs, spec.Name)}.log); it starts again in {pause.TotalSeconds} s"));
            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return true;
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
