using System.Collections.Concurrent;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>
/// Keeps summaries. One is made again only when its sweep has got on, and of a sweep that runs no more often than is cheap: making it takes
/// at most a fiftieth of the time, for the sweep may need the same processor. One is made at a time.
/// </summary>
internal sealed class SummaryCache(Func<string, CancellationToken, Task<SummaryView>> make, TimeProvider time) : IDisposable
{
    private const int MostKept = 64;
    private const double ShareOfTime = 0.02;

    private static readonly TimeSpan _youngest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The summary of a sweep that stands as <paramref name="status"/> says, or of shortly before.</summary>
    public async Task<SummaryView> OfAsync(string id, SweepStatus status, CancellationToken cancellationToken)
    {
        if (Find(id, status) is { } known)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Find(id, status) ?? await MakeAsync(id, status, cancellationToken); // Another request may have made it meanwhile.
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private SummaryView? Find(string id, SweepStatus status) =>
        _kept.TryGetValue(id, out var kept) && kept.SpecHash == status.SpecHash
        && (kept.Progress == ProgressOf(status) || (status.Phase == SweepPhase.Running && kept.Due > time.GetTimestamp()))
            ? kept.View
            : null;

    private async Task<SummaryView> MakeAsync(string id, SweepStatus status, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var view = await make(id, cancellationToken);
        var rest = time.GetElapsedTime(began) / ShareOfTime;
        var due = time.GetTimestamp() + (long)((rest > _youngest ? rest : _youngest).TotalSeconds * time.TimestampFrequency);
        foreach (var other in _kept.OrderBy(entry => entry.Value.Due).Take(_kept.Count - MostKept + 1))
        {
            _kept.TryRemove(other.Key, out _);
        }

        _kept[id] = new Kept(status.SpecHash, ProgressOf(status), due, view);
        return view;
    }

    private static (SweepPhase, int, int) ProgressOf(SweepStatus status) => (status.Phase, status.TrialsDone, status.TrialsFailed);

    private sealed record Kept(string SpecHash, (SweepPhase, int, int) Progress, long Due, SummaryView View);
}
