using System.Numerics;

namespace Reckon.Inference.TokenSampling;

/// <summary>Finds the best tokens of a row. Used by one thread.</summary>
internal sealed class BestTokens(CandidateSet candidates)
{
    private RankedToken[] _heap = []; // The worst of them is on top.
    private int _count;

    /// <summary>The <paramref name="count"/> best candidates, the best first; valid until the next call.</summary>
    /// <param name="logits">One per token id; no candidate's is not a number.</param>
    /// <param name="count">At least 1, at most all.</param>
    public ReadOnlySpan<RankedToken> Select(ReadOnlySpan<float> logits, int count)
    {
        _heap = _heap.Length < count ? new RankedToken[count] : _heap;
        _count = 0;
        foreach (var (start, length, _) in candidates.Runs)
        {
            Scan(logits.Slice(start, length), start, count);
        }

        var best = _heap.AsSpan(0, count);
        best.Sort();
        best.Reverse();
        return best;
    }

    private void Scan(ReadOnlySpan<float> run, int start, int count)
    {
        var i = 0;
        for (; i < run.Length && _count < count; i++)
        {
            Add(RankedToken.Of(start + i, run[i]), count);
        }

        // Ids ascend, so of equal logits the later one is worse.
        for (; i + Vector<float>.Count <= run.Length; i += Vector<float>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<float>(run[i..]), new Vector<float>(_heap[0].Logit)))
            {
                ReplaceWorse(run.Slice(i, Vector<float>.Count), start + i);
            }
        }

        ReplaceWorse(run[i..], start + i);
    }

    private void ReplaceWorse(ReadOnlySpan<float> logits, int start)
    {
        for (var i = 0; i < logits.Length; i++)
        {
            if (logits[i] > _heap[0].Logit)
            {
                _heap[0] = RankedToken.Of(start + i, logits[i]);
                SiftDown(0);
            }
        }
    }

    private void Add(RankedToken token, int count)
    {
        _heap[_count++] = token;
        if (_count == count)
        {
            for (var parent = (count / 2) - 1; parent >= 0; parent--)
            {
                SiftDown(parent);
            }
        }
    }

    private void SiftDown(int parent)
    {
        var token = _heap[parent];
        for (var child = (2 * parent) + 1; child < _count; child = (2 * parent) + 1)
        {
            child += child + 1 < _count && _heap[child + 1].Rank < _heap[child].Rank ? 1 : 0;
            if (token.Rank <= _heap[child].Rank)
            {
                break;
            }

            _heap[parent] = _heap[child];
            parent = child;
        }

        _heap[parent] = token;
    }
}
