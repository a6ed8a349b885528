namespace Reckon.Inference.TokenSampling;

/// <summary>The weights of all candidates, and where a share of their sum falls. Used by one thread.</summary>
/// <remarks>
/// They are summed in segments of fixed length, each from its first weight to its last, then segment by segment: the order of additions,
/// and so the bits of the sum, are the same on every machine. Four segments are summed side by side, because an addition must wait
/// for the one
/// before it.
/// </remarks>
internal sealed class CandidateWeights(CandidateSet candidates)
{
    private const int SegmentLength = 1024;
    private const int Side = 4;

    private readonly double[] _weights = new double[candidates.Count];
    private readonly double[] _segments = new double[(candidates.Count + SegmentLength - 1) / SegmentLength];

    /// <summary>Weighs the candidates, the likeliest with 1, and returns the sum.</summary>
    public double Weigh(ReadOnlySpan<float> logits, float largest, double temperature)
    {
        foreach (var (start, length, index) in candidates.Runs)
        {
            Exponential.Fill(logits.Slice(start, length), largest, temperature, _weights.AsSpan(index, length));
        }

        return Sum();
    }

    /// <summary>Leaves each of some tokens a share of its weight, and returns the sum.</summary>
    public double Reduce(IEnumerable<KeyValuePair<int, double>> shares)
    {
        foreach (var (id, share) in shares)
        {
            if (candidates.IndexOf(id) is >= 0 and var index)
            {
                _weights[index] *= share;
            }
        }

        return Sum();
    }

    /// <summary>The first candidate at which the running sum is above <paramref name="target"/>, which is below the sum.</summary>
    public int IdAt(double target)
    {
        var (reached, segment) = (0.0, 0);
        while (segment < _segments.Length - 1 && reached + _segments[segment] <= target)
        {
            reached += _segments[segment++];
        }

        // Rounding may leave the target above the last sum: then it is the last possible candidate.
        return candidates[IndexFrom(segment * SegmentLength, reached, target) ?? LastPossible()];
    }

    private double Sum()
    {
        SumSegments();
        var sum = 0.0;
        foreach (var segment in _segments)
        {
            sum += segment;
        }

        return sum;
    }

    private int? IndexFrom(int first, double reached, double target)
    {
        int? chosen = null;
        var end = Math.Min(first + SegmentLength, _weights.Length);
        for (var i = first; i < end && reached <= target; i++)
        {
            chosen = _weights[i] > 0 ? i : chosen;
            reached += _weights[i];
        }

        return chosen;
    }

    private int LastPossible() => Array.FindLastIndex(_weights, weight => weight > 0);

    private void SumSegments()
    {
        var segment = 0;
        for (; (segment + Side) * SegmentLength <= _weights.Length; segment += Side)
        {
            var weights = _weights.AsSpan(segment * SegmentLength, Side * SegmentLength);
            var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
            for (var i = 0; i < SegmentLength; i++)
            {
                a += weights[i];
                b += weights[SegmentLength + i];
                c += weights[(2 * SegmentLength) + i];
                d += weights[(3 * SegmentLength) + i];
            }

            (_segments[segment], _segments[segment + 1], _segments[segment + 2], _segments[segment + 3]) = (a, b, c, d);
        }

        for (; segment < _segments.Length; segment++)
        {
            var (sum, start) = (0.0, segment * SegmentLength);
            foreach (var weight in _weights.AsSpan(start, Math.Min(SegmentLength, _weights.Length - start)))
            {
                sum += weight;
            }

            _segments[segment] = sum;
        }
    }
}
