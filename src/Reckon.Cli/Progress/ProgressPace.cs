namespace Reckon.Cli.Progress;

/// <summary>What a sweep's progress says about its speed.</summary>
internal sealed class ProgressPace
{
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(60);

    // Slower than this is as good as never, and still a time that can be written.
    private static readonly TimeSpan _longest = TimeSpan.FromDays(3650);

    private readonly MovingRate _work = new(_window);
    private readonly MovingRate _tokens = new(TimeSpan.FromSeconds(10));

    private long? _left;

    /// <summary>Tokens drawn in a second; null while unknown.</summary>
    public double? TokensPerSecond => _tokens.PerSecond;

    /// <summary>
    /// Time until the last trial at the rate of this process; null while unknown. What an earlier process finished was taken over in no time,
    /// and says nothing about the rest.
    /// </summary>
    public TimeSpan? TimeLeft => (_left, _work.PerSecond) switch
    {
        (0, _) => TimeSpan.Zero,
        ({ } left, > 0 and var rate) => TimeSpan.FromSeconds(Math.Min(left / rate, _longest.TotalSeconds)),
        _ => null,
    };

    /// <summary>Takes the next look at the sweep into account.</summary>
    public void Add(SweepProgress progress)
    {
        _work.Add(progress.Elapsed, progress.Work.Own);
        _tokens.Add(progress.Elapsed, progress.GeneratedTokens);
        _left = progress.Work.Left;
    }
}
