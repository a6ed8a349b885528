using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>How fast a sweep gets on.</summary>
/// <param name="Basis">What that was taken from.</param>
/// <param name="TokensPerSecond">Tokens, of proposer and verifier, charged to the trials that finished then, by second.</param>
/// <param name="SecondsLeft">
/// Seconds until its end if it goes on so, each trial counting as much as its N; null while nothing has been finished, and where it does not
/// run.
/// </param>
public sealed record PaceView(PaceBasis Basis, double TokensPerSecond, double? SecondsLeft)
{
    private const double Longest = 3_650 * 86_400.0; // Anything slower counts as never.

    /// <summary>The speed over the time since the sweep was taken up.</summary>
    public static PaceView SinceStart(SweepFigures figures) => Of(
        figures, figures.Status.Work - figures.Status.RestoredWork, tokens: null, figures.OwnTime, PaceBasis.SinceStart);

    /// <summary>The speed of a sweep that did <paramref name="work"/> in <paramref name="time"/>.</summary>
    public static PaceView Of(SweepFigures figures, long work, long? tokens, TimeSpan time, PaceBasis basis)
    {
        var status = figures.Status;
        var done = tokens ?? (status.Work == 0 ? 0 : (double)status.Tokens * work / status.Work); // What was restored cost no time.
        var left = figures.TotalWork - status.Work;
        double? seconds = status.Phase != SweepPhase.Running || work <= 0 ? null : Math.Min(left * time.TotalSeconds / work, Longest);
        return new PaceView(basis, time > TimeSpan.Zero ? done / time.TotalSeconds : 0, seconds);
    }
}
