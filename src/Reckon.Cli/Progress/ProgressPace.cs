namespace Reckon.Cli.Progress;

/// <summary>A sweep's speed and remaining time, from its progress.</summary>
internal sealed class ProgressPace
{
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(60);

    // Anything slower counts as never; this can still be written as a time.
    private static readonly TimeSpan _longest = TimeSpan.FromDays(3650);

    private readonly MovingRate _work = new(_window);
    private readonly MovingRate _tokens = new(TimeSpan.FromSeconds(10));

    private long? _left;

    /// <summary>Tokens drawn per second; null while unknown.</summary>
    public double? TokensPerSecond => _tokens.PerSecond;

    /// <summary>
    /// Time until the last trial at the rate of this process; null while unknown. What an earlier process finished was taken over in
    /// no time, and says nothing about the rest.
    /// </summary>
    public TimeSpan? TimeLeft => (_left, _work.PerSecond) switch
    {
        (0, _) => TimeSpan.Zero,
        ({ } left, > 0 and var rate) => TimeSpan.FromSeconds(Math.Min(left / rate, _longest.TotalSeconds)),
        _ => null,
    };

    /// <summary>Adds the next state of the sweep.</summary>
    public void Add(SweepProgress progress)
    {
        _work.Add(progress.Elapsed, progress.Work.Own);
        _tokens.Add(progress.Elapsed, progress.GeneratedTokens);
        _left = progress.Work.Left;
    }
}
