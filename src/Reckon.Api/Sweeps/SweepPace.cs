using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>How fast a sweep gets on, from how it stood at some moments of the last minute. For one thread at a time.</summary>
internal sealed class SweepPace
{
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(5); // Less says little.

    private readonly Queue<(DateTimeOffset At, long Work, long Tokens)> _moments = [];

    /// <summary>Takes in how the sweep stands at <paramref name="now"/>, and tells how fast it gets on.</summary>
    public PaceView Of(SweepFigures figures, DateTimeOffset now)
    {
        var (work, tokens) = (figures.Status.Work - figures.Status.RestoredWork, figures.Status.Tokens);
        if (_moments.TryPeek(out var oldest) && oldest.Work > work)
        {
            _moments.Clear(); // Another coordinator has taken it up.
        }

        _moments.Enqueue((now, work, tokens));
        while (_moments.Peek().At < now - _window && _moments.Count > 1)
        {
            _moments.Dequeue();
        }

        var first = _moments.Peek();
        return now - first.At >= _shortest
            ? PaceView.Of(figures, work - first.Work, tokens - first.Tokens, now - first.At, PaceBasis.LastMinute)
            : PaceView.SinceStart(figures);
    }
}
