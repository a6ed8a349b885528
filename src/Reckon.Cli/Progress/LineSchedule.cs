namespace Reckon.Cli.Progress;

/// <summary>
/// When a line of progress is due where lines cannot be redrawn: soon after visible progress, else from time to time. Pure.
/// </summary>
internal static class LineSchedule
{
    private const double VisibleAdvance = 0.01;

    private static readonly TimeSpan _soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _latest = TimeSpan.FromSeconds(5);

    /// <summary>Whether to write <paramref name="current"/>, <paramref name="since"/> after <paramref name="written"/> was.</summary>
    public static bool IsDue(SweepProgress? written, SweepProgress current, TimeSpan since)
    {
        if (written is null)
        {
            return true;
        }

        if (since < _soonest || current.IsLike(written))
        {
            return false;
        }

        return since >= _latest || current.Share - written.Share >= VisibleAdvance || current.TrialsDone == current.TrialsTotal;
    }
}
