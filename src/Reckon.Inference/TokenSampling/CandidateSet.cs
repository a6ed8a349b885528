using System.Collections.Immutable;
using System.Numerics;

namespace Reckon.Inference.TokenSampling;

/// <summary>The ids that may be sampled, as runs of neighbouring ids: a row of logits is read run by run.</summary>
internal sealed class CandidateSet
{
    private readonly ImmutableArray<int> _ids;
    private readonly (int Start, int Length, int Index)[] _runs; // First id, ids, and the place of the first among all.

    /// <param name="ids">Ascending, at least one.</param>
    public CandidateSet(ImmutableArray<int> ids)
    {
        _ids = ids;
        var runs = new List<(int Start, int Length, int Index)>();
        foreach (var (index, id) in ids.Index())
        {
            if (runs.Count > 0 && runs[^1] is var last && id == last.Start + last.Length)
            {
                runs[^1] = last with { Length = last.Length + 1 };
            }
            else
            {
                runs.Add((id, 1, index));
            }
        }

        _runs = [.. runs];
    }

    public int Count => _ids.Length;

    public ReadOnlySpan<(int Start, int Length, int Index)> Runs => _runs;

    public int this[int index] => _ids[index];

    /// <summary>The place of <paramref name="id"/> among all; negative where it may not be sampled.</summary>
    public int IndexOf(int id) => _ids.BinarySearch(id);

    public bool Contains(int id) => _ids.BinarySearch(id) >= 0;

    /// <summary>Whether there is a distribution to sample from: <see cref="LargestOf"/> would not throw.</summary>
    public bool HasLargest(ReadOnlySpan<float> logits)
    {
        var largest = float.NegativeInfinity;
        foreach (var (start, length, _) in _runs)
        {
            largest = Math.Max(largest, Largest(logits.Slice(start, length))); // Not a number if either is not.
        }

        return float.IsFinite(largest);
    }

    /// <summary>The largest logit of a candidate.</summary>
    /// <exception cref="InvalidLogitsException">A candidate's logit is not a number, or no candidate is possible.</exception>
    public float LargestOf(ReadOnlySpan<float> logits)
    {
        var largest = float.NegativeInfinity;
        foreach (var (start, length, _) in _runs)
        {
            var run = logits.Slice(start, length);
            largest = Math.Max(largest, Largest(run)); // Not a number if either is not.
            if (float.IsNaN(largest))
            {
                throw new InvalidLogitsException($"The logit of token {start + FirstNaN(run)} is not a number.");
            }
        }

        return float.IsFinite(largest)
            ? largest
            : throw new InvalidLogitsException($"The largest logit is {largest}, so there is no distribution to sample from.");
    }

    /// <summary>The first candidate with this logit, which one of them has.</summary>
    public int FirstWith(ReadOnlySpan<float> logits, float value)
    {
        foreach (var (start, length, _) in _runs)
        {
            if (logits.Slice(start, length).IndexOf(value) is >= 0 and var index)
            {
                return start + index;
            }
        }

        throw new ArgumentException($"No candidate has the logit {value}.", nameof(value));
    }

    private static float Largest(ReadOnlySpan<float> run)
    {
        var (most, i, largest) = (new Vector<float>(float.NegativeInfinity), 0, float.NegativeInfinity);
        for (; i + Vector<float>.Count <= run.Length; i += Vector<float>.Count)
        {
            var logits = new Vector<float>(run[i..]);
            if (!Vector.EqualsAll(logits, logits))
            {
                return float.NaN;
            }

            most = Vector.Max(most, logits);
        }

        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            largest = Math.Max(largest, most[lane]);
        }

        for (; i < run.Length; i++)
        {
            largest = Math.Max(largest, run[i]);
        }

        return largest;
    }

    private static int FirstNaN(ReadOnlySpan<float> run)
    {
        var index = 0;
        while (!float.IsNaN(run[index]))
        {
            index++;
        }

        return index;
    }
}
