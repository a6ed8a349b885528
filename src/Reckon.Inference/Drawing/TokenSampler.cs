using System.Collections.Immutable;

namespace Reckon.Inference;

/// <summary>Draws a token from logits. A pure function of its arguments; an instance keeps scratch space and serves one thread.</summary>
/// <param name="candidates">The ids that may be drawn, ascending and at least one. All others have probability 0.</param>
public sealed class TokenSampler(ImmutableArray<int> candidates)
{
    private readonly double[] _weights = new double[candidates.Length];

    /// <summary>Draws by the inverse of the cumulative distribution, candidates in ascending order.</summary>
    /// <param name="logits">One a token id.</param>
    /// <param name="temperature">At least 0; 0 takes the most likely candidate, the first of equals.</param>
    /// <param name="uniform">In [0, 1).</param>
    /// <exception cref="InvalidLogitsException">A candidate's logit is not a number, or no candidate is possible.</exception>
    public TokenDraw Draw(ReadOnlySpan<float> logits, double temperature, double uniform)
    {
        var best = IndexOfLargest(logits);
        return temperature == 0
            ? new TokenDraw(candidates[best], 0)
            : Draw(logits, logits[candidates[best]], temperature, uniform);
    }

    private int IndexOfLargest(ReadOnlySpan<float> logits)
    {
        var ids = candidates.AsSpan();
        var best = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            var logit = logits[ids[i]];
            if (float.IsNaN(logit))
            {
                throw new InvalidLogitsException($"The logit of token {ids[i]} is not a number.");
            }

            best = logit > logits[ids[best]] ? i : best;
        }

        return float.IsFinite(logits[ids[best]])
            ? best
            : throw new InvalidLogitsException($"The largest logit is {logits[ids[best]]}, so there is no distribution to draw from.");
    }

    private TokenDraw Draw(ReadOnlySpan<float> logits, double largest, double temperature, double uniform)
    {
        // In double and in one order, so that a draw has the same bits whatever the vector width of the machine.
        var ids = candidates.AsSpan();
        var sum = 0.0;
        for (var i = 0; i < ids.Length; i++)
        {
            sum += _weights[i] = Math.Exp((logits[ids[i]] - largest) / temperature);
        }

        var chosen = IndexAt(uniform * sum);
        return new TokenDraw(ids[chosen], ((logits[ids[chosen]] - largest) / temperature) - Math.Log(sum));
    }

    private int IndexAt(double target)
    {
        var (reached, chosen) = (0.0, 0);
        for (var i = 0; i < _weights.Length; i++)
        {
            if (_weights[i] == 0)
            {
                continue;
            }

            chosen = i; // Rounding may leave the target above the last sum: then the last possible candidate is it.
            reached += _weights[i];
            if (reached > target)
            {
                break;
            }
        }

        return chosen;
    }
}
