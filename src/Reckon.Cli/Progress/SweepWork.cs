namespace Reckon.Cli.Progress;

/// <summary>How much of a sweep's work is done, in generations: a trial counts as much as its N, which is about what it costs.</summary>
/// <param name="Done">Work of the finished trials.</param>
/// <param name="Restored">The part of it that was finished before this process began.</param>
/// <param name="Total">Work of all trials.</param>
internal readonly record struct SweepWork(long Done, long Restored, long Total)
{
    /// <summary>Work that this process has done.</summary>
    public long Own => Done - Restored;

    /// <summary>Work that is left.</summary>
    public long Left => Total - Done;
}
