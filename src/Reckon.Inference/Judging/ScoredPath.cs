using System.Collections.Immutable;

namespace Reckon.Inference;

/// <summary>The steps that a slot holds after a prefix, with their scores and the places to go back to.</summary>
internal sealed class ScoredPath(SlotMark start)
{
    private readonly List<(ImmutableArray<int> Step, double Score, SlotMark After)> _steps = [];

    public int Length => _steps.Count;

    public ImmutableArray<double> Scores => [.. _steps.Select(step => step.Score)];

    /// <summary>Drops the steps that <paramref name="continuation"/> does not begin with, and returns the place to go back to.</summary>
    public SlotMark GoBackTo(ImmutableArray<ImmutableArray<int>> continuation)
    {
        var shared = 0;
        while (shared < _steps.Count && shared < continuation.Length && _steps[shared].Step.AsSpan().SequenceEqual(continuation[shared].AsSpan()))
        {
            shared++;
        }

        _steps.RemoveRange(shared, _steps.Count - shared);
        return shared == 0 ? start : _steps[^1].After;
    }

    public void Add(ImmutableArray<int> step, double score, SlotMark after) => _steps.Add((step, score, after));
}
