using System.Collections;
using System.Collections.Immutable;
using Reckon.Contracts.Problems;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Which trials have failed: a bit for each, and the reasons of the first ones.</summary>
/// <param name="problems">Problems of the sweep.</param>
/// <param name="trials">Trials of each.</param>
internal sealed class FailureBook(int problems, int trials)
{
    private const int MostTold = 20; // Enough to see what is wrong; the count says how often.
    private const int MostKept = 1_000; // Some of the first may get an outcome yet.

    private readonly BitArray _failed = new(checked(problems * trials));
    private readonly SortedDictionary<int, TrialFailure> _reasons = [];

    /// <summary>Trials that have failed.</summary>
    public int Count { get; private set; }

    /// <summary>The first of them, by problem and trial.</summary>
    public ImmutableArray<TrialFailure> First => [.. _reasons.Values.Take(MostTold)];

    /// <summary>Notes that a trial of the problem at <paramref name="place"/> has failed.</summary>
    public void Add(int place, TrialFailure failure)
    {
        var number = (place * trials) + failure.Trial.Trial;
        Count += _failed[number] ? 0 : 1;
        _failed[number] = true;
        _reasons[number] = failure;
        if (_reasons.Count > MostKept)
        {
            _reasons.Remove(_reasons.Keys.Last());
        }
    }

    /// <summary>Notes that a trial of the problem at <paramref name="place"/> has its outcome after all.</summary>
    public void Remove(int place, int trial)
    {
        var number = (place * trials) + trial;
        Count -= _failed[number] ? 1 : 0;
        _failed[number] = false;
        _reasons.Remove(number);
    }
}
