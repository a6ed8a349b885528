using System.Collections.Immutable;
using Reckon.Inference.Slots;
using Reckon.Search;
using TakenShares = System.Collections.Immutable.ImmutableArray<System.Collections.Generic.KeyValuePair<int, double>>;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// Samples tokens from logits, as a <see cref="Sampling"/> says. A pure function of its arguments: an instance only has scratch space, and
/// serves one thread.
/// </summary>
public sealed class TokenSampler
{
    private const int FirstGuess = 64; // How many tokens top-p and min-p may leave; more are sought if they leave more.
    private const int Growth = 4;

    private readonly CandidateSet _candidates;
    private readonly CandidateWeights _all;
    private readonly BestTokens _best;
    private readonly RankedSampler _ranked = new();
    private readonly TopLogitsSampler _top;
    private float[] _penalised = [];

    /// <param name="candidates">The ids that may be sampled, ascending and at least one. All others have probability 0.</param>
    public TokenSampler(ImmutableArray<int> candidates)
    {
        _candidates = new CandidateSet(candidates);
        _all = new CandidateWeights(_candidates);
        _best = new BestTokens(_candidates);
        _top = new TopLogitsSampler(_candidates, _ranked);
    }

    /// <summary>The same token, from the largest logits alone where these decide it.</summary>
    /// <param name="row">Whole, or its largest logits.</param>
    /// <param name="sampling">How.</param>
    /// <param name="path">The tokens for penalties; null for an empty path.</param>
    /// <param name="uniform">In [0, 1).</param>
    /// <param name="shares">Tokens that keep only a share of their probability: they lead to what must not be written again.</param>
    /// <exception cref="InvalidLogitsException">A candidate's logit is not a number, or no candidate is possible.</exception>
    public SampledToken Sample(LogitRow row, Sampling sampling, PathTokens? path, double uniform, TakenShares shares = default) =>
        (row.IsTop && shares.IsDefaultOrEmpty ? _top.TrySample(row, sampling, path, uniform) : null)
        ?? Sample(row.Whole, sampling, path, uniform, shares);

    /// <summary>Samples by the inverse of the cumulative distribution over the ids that may be sampled, in ascending order.</summary>
    /// <param name="logits">One per token id.</param>
    /// <param name="sampling">How.</param>
    /// <param name="path">The tokens for penalties; null for an empty path.</param>
    /// <param name="uniform">In [0, 1).</param>
    /// <param name="shares">Tokens that keep only a share of their probability: they lead to what must not be written again.</param>
    /// <exception cref="InvalidLogitsException">A candidate's logit is not a number, or no candidate is possible.</exception>
    public SampledToken Sample(
        ReadOnlySpan<float> logits, Sampling sampling, PathTokens? path, double uniform, TakenShares shares = default)
    {
        if (path is not null && PathTokens.MatterTo(sampling))
        {
            _penalised = _penalised.Length < logits.Length ? new float[logits.Length] : _penalised;
            logits.CopyTo(_penalised);
            path.Penalise(sampling, _penalised);
            logits = _penalised.AsSpan(0, logits.Length);
        }

        var largest = _candidates.LargestOf(logits);
        if (sampling.Temperature == 0)
        {
            return new SampledToken(_candidates.FirstWith(logits, largest), 0);
        }

        var cutsByRank = sampling.TopK > 0 && sampling.TopK < _candidates.Count;
        return cutsByRank || sampling.TopP < 1 || sampling.MinP > 0
            ? SampleCut(logits, largest, sampling, uniform, shares)
            : SampleAny(logits, largest, sampling.Temperature, uniform, shares);
    }

    private SampledToken SampleAny(ReadOnlySpan<float> logits, float largest, double temperature, double uniform, TakenShares shares)
    {
        var sum = _all.Weigh(logits, largest, temperature);
        var left = sum;
        if (!shares.IsDefaultOrEmpty && (left = _all.Reduce(shares)) <= sum * TakenTexts.LeastShare)
        {
            left = _all.Weigh(logits, largest, temperature); // All is taken, as far as rounding tells.
        }

        var id = _all.IdAt(uniform * left);
        return new SampledToken(id, (((double)logits[id] - largest) / temperature) - Math.Log(sum));
    }

    private SampledToken SampleCut(ReadOnlySpan<float> logits, float largest, Sampling sampling, double uniform, TakenShares shares)
    {
        var left = sampling.TopK > 0 ? Math.Min(sampling.TopK, _candidates.Count) : _candidates.Count;
        if (left < _candidates.Count)
        {
            return _ranked.Sample(_best.Select(logits, left), sampling, uniform, shares);
        }

        var sum = sampling.TopP < 1 ? _all.Weigh(logits, largest, sampling.Temperature) : 0; // Min-p alone needs none.
        for (var count = Math.Min(FirstGuess, left); ; count = Math.Min(Growth * count, left))
        {
            if (_ranked.TrySample(_best.Select(logits, count), sampling, (sum, sum), isAll: count == left, uniform, shares) is { } draw)
            {
                return draw;
            }
        }
    }
}
