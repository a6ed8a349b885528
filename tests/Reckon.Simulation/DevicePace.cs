namespace Reckon.Simulation;

/// <summary>How long a simulated device takes for a run: so much, and so much more a token.</summary>
/// <param name="clock">Whose time passes.</param>
/// <param name="run">A run, whatever it does; not negative.</param>
/// <param name="token">Each token in it; not negative.</param>
public sealed class DevicePace(TimeProvider clock, TimeSpan run, TimeSpan token)
{
    /// <summary>No time at all.</summary>
    public static DevicePace Instant { get; } = new(TimeProvider.System, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Blocks the calling thread, which is an engine's own, until a run over <paramref name="tokens"/> would be over.</summary>
    public void WaitForRun(int tokens)
    {
        var wait = run + (token * tokens);
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var passed = new ManualResetEventSlim();
        using var timer = clock.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), passed, wait, Timeout.InfiniteTimeSpan);
        passed.Wait();
    }
}
