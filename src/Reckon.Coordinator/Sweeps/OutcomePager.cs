using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Stores;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Reads outcomes from the store in the order of problems and trials, a page at a time.</summary>
/// <param name="store">The store.</param>
/// <param name="sweep">The sweep.</param>
/// <param name="problems">Ids of its problems, in order.</param>
/// <param name="trials">Trials of each, at least 1.</param>
internal sealed class OutcomePager(OutcomeStore store, SweepKey sweep, ImmutableArray<string> problems, int trials)
{
    /// <summary>Trials that are looked up for one page: with outcomes of the usual size, a message of about a megabyte.</summary>
    public const int MostTrials = 1_000;

    /// <summary>The outcomes from <paramref name="from"/> on, of at most <paramref name="most"/> trials.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place in the sweep.</exception>
    public async Task<OutcomePage> ReadAsync(OutcomeCursor from, int most = MostTrials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from.Problem, nameof(from));
        ArgumentOutOfRangeException.ThrowIfNegative(from.Trial, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from.Trial, trials, nameof(from));
        List<Task<ImmutableArray<string?>>> reading = [];
        var at = from;
        for (var left = most; left > 0 && at.Problem < problems.Length;)
        {
            var count = Math.Min(left, trials - at.Trial);
            reading.Add(store.DocumentsAsync(sweep, problems[at.Problem], at.Trial, count));
            left -= count;
            at = at.Trial + count == trials ? new OutcomeCursor(at.Problem + 1, 0) : at with { Trial = at.Trial + count };
        }

        var read = await Task.WhenAll(reading);
        return new OutcomePage([.. read.SelectMany(documents => documents).OfType<string>()], at.Problem < problems.Length ? at : null);
    }
}
