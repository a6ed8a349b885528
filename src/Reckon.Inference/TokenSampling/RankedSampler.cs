using Reckon.Search;
using TakenShares = System.Collections.Immutable.ImmutableArray<System.Collections.Generic.KeyValuePair<int, double>>;

namespace Reckon.Inference.TokenSampling;

/// <summary>Samples from ranked tokens, the best first, however they were found. Used by one thread.</summary>
internal sealed class RankedSampler
{
    private double[] _weights = [];
    private float[] _logits = [];
    private RankedToken[] _left = [];

    /// <summary>Samples from the tokens that top-k leaves.</summary>
    /// <param name="tokens">All of them, the best first.</param>
    /// <param name="sampling">Temperature above 0.</param>
    /// <param name="uniform">In [0, 1).</param>
    /// <param name="shares">Tokens that keep only a share of their probability.</param>
    public SampledToken Sample(ReadOnlySpan<RankedToken> tokens, Sampling sampling, double uniform, TakenShares shares = default)
    {
        Weigh(tokens, tokens[0].Logit, sampling.Temperature);
        var sum = SumOf(_weights.AsSpan(0, tokens.Length));
        return TrySample(tokens, sampling, (sum, sum), isAll: true, uniform, shares)!.Value; // With all tokens at hand it is decided.
    }

    /// <summary>Samples from the best of all tokens, or returns null when more of them are needed to know which may be sampled.</summary>
    /// <param name="tokens">The best first.</param>
    /// <param name="sampling">Temperature above 0; top-k has been applied.</param>
    /// <param name="sum">
    /// Bounds on the sum of the weights of all tokens, the likeliest of which weighs 1; any numbers if there is no top-p.
    /// </param>
    /// <param name="isAll">Whether there are no others.</param>
    /// <param name="uniform">In [0, 1).</param>
    /// <param name="shares">Tokens that keep only a share of their probability.</param>
    public SampledToken? TrySample(
        ReadOnlySpan<RankedToken> tokens, Sampling sampling, (double Least, double Most) sum, bool isAll, double uniform,
        TakenShares shares = default)
    {
        Weigh(tokens, tokens[0].Logit, sampling.Temperature);
        var weights = _weights.AsSpan(0, tokens.Length);
        var size = Nucleus.Size(sampling, weights, sum.Least, isAll);
        return size is { } left && size == Nucleus.Size(sampling, weights, sum.Most, isAll)
            ? SampleAmong(tokens[..left], tokens[0].Logit, sampling.Temperature, uniform, shares)
            : null;
    }

    private SampledToken SampleAmong(ReadOnlySpan<RankedToken> tokens, float largest, double temperature, double uniform, TakenShares shares)
    {
        // By id, as without cuts: a token's place in the distribution must not depend on its rank.
        var left = _left.AsSpan(0, tokens.Length);
        tokens.CopyTo(left);
        left.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        Weigh(left, largest, temperature);
        var sum = SumOf(_weights.AsSpan(0, left.Length));
        var rest = shares.IsDefaultOrEmpty ? sum : Reduce(left, largest, temperature, shares);
        var chosen = left[IndexAt(uniform * rest, left.Length)];
        return new SampledToken(chosen.Id, (((double)chosen.Logit - largest) / temperature) - Math.Log(sum));
    }

    // The sum of what is left of the weights; of all of them where nothing is, as far as rounding tells.
    private double Reduce(ReadOnlySpan<RankedToken> tokens, float largest, double temperature, TakenShares shares)
    {
        var sum = SumOf(_weights.AsSpan(0, tokens.Length));
        for (var i = 0; i < tokens.Length; i++)
        {
            foreach (var (id, share) in shares)
            {
                _weights[i] *= id == tokens[i].Id ? share : 1;
            }
        }

        var rest = SumOf(_weights.AsSpan(0, tokens.Length));
        if (rest > sum * TakenTexts.LeastShare)
        {
            return rest;
        }

        Weigh(tokens, largest, temperature);
        return sum;
    }

    private int IndexAt(double target, int count)
    {
        var (reached, chosen) = (0.0, 0);
        for (var i = 0; i < count && reached <= target; i++)
        {
            chosen = _weights[i] > 0 ? i : chosen;
            reached += _weights[i];
        }

        return chosen;
    }

    private void Weigh(ReadOnlySpan<RankedToken> tokens, float largest, double temperature)
    {
        if (_weights.Length < tokens.Length)
        {
            (_weights, _logits, _left) = (new double[tokens.Length], new float[tokens.Length], new RankedToken[tokens.Length]);
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            _logits[i] = tokens[i].Logit;
        }

        Exponential.Fill(_logits.AsSpan(0, tokens.Length), largest, temperature, _weights);
    }

    private static double SumOf(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }
}
