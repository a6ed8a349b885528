using System.Collections.Immutable;

namespace Reckon.Cli.Progress;

/// <summary>How far a sweep is, at one moment.</summary>
/// <param name="TrialsDone">Trials that are finished.</param>
/// <param name="TrialsTotal">Trials of the sweep.</param>
/// <param name="Selections">Correct trials by rule, in the sweep's order.</param>
/// <param name="GeneratedTokens">Tokens drawn since the start; never falls.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Workers">Workers that are alive.</param>
/// <param name="Waiting">Requests that wait for a worker.</param>
/// <param name="Work">How much of the work is done.</param>
internal sealed record SweepProgress(
    int TrialsDone,
    long TrialsTotal,
    ImmutableArray<SelectionProgress> Selections,
    long GeneratedTokens,
    TimeSpan Elapsed,
    int Workers,
    int Waiting,
    SweepWork Work)
{
    /// <summary>Share of trials that are finished, in [0, 1].</summary>
    public double Share => TrialsTotal == 0 ? 0 : (double)TrialsDone / TrialsTotal;

    /// <summary>Whether <paramref name="other"/> is the same, apart from the time.</summary>
    public bool IsLike(SweepProgress other) =>
        TrialsDone == other.TrialsDone && TrialsTotal == other.TrialsTotal && GeneratedTokens == other.GeneratedTokens
        && Workers == other.Workers && Waiting == other.Waiting && Selections.AsSpan().SequenceEqual(other.Selections.AsSpan());
}
