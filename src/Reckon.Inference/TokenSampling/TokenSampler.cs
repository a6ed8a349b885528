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
    public SampledToken Sample(LogitRow row, Sampling sampling, PathTokens? path, double uniform, TakenShares shares = default)
    {
        var drawn = default(SampledToken);
        SampleAll(row, sampling, path, [uniform], new Span<SampledToken>(ref drawn), shares);
        return drawn;
    }

    /// <summary>Samples by the inverse of the cumulative distribution over the ids that may be sampled, in ascending order.</summary>
    /// <param name="logits">One per token id.</param>
    /// <param name="sampling">How.</param>
    /// <param name="path">The tokens for penalties; null for an empty path.</param>
    /// <param name="uniform">In [0, 1).</param>
    /// <param name="shares">Tokens that keep only a share of their probability: they lead to what must not be written again.</param>
    /// <exception cref="InvalidLogitsException">A candidate's logit is not a number, or no candidate is possible.</exception>
    public SampledToken Sample(
        ReadOnlySpan<float> logits, Sampling sampling, PathTokens? path, double uniform, TakenShares shares = default) =>
        Sample(new LogitRow(logits), sampling, path, uniform, shares);

    /// <summary>The same for several draws from one row, which is weighed once for all of them.</summary>
    /// <param name="row">Whole, or its largest logits.</param>
    /// <param name="sampling">How.</param>
    /// <param name="path">The tokens for penalties; null for an empty path.</param>
    /// <param name="uniforms">One for each draw, at least one, each in [0, 1).</param>
    /// <param name="drawn">Takes as many tokens.</param>
    /// <param name="shares">Tokens that keep only a share of their probability.</param>
    /// <exception cref="InvalidLogitsException">A candidate's logit is not a number, or no candidate is possible.</exception>
    public void SampleAll(
        LogitRow row, Sampling sampling, PathTokens? path, ReadOnlySpan<double> uniforms, Span<SampledToken> drawn, TakenShares shares = default)
    {
        if (!row.IsTop || !shares.IsDefaultOrEmpty || _top.TrySample(row, sampling, path, uniforms[0]) is not { } first)
        {
            SampleWhole(row.Whole, sampling, path, uniforms, drawn, shares);
            return;
        }

        drawn[0] = first;
        for (var i = 1; i < uniforms.Length; i++)
        {
            // What decides one draw decides all: it does not depend on the number.
            drawn[i] = _top.TrySample(row, sampling, path, uniforms[i])!.Value;
        }
    }

    private void SampleWhole(
        ReadOnlySpan<float> logits, Sampling sampling, PathTokens? path, ReadOnlySpan<double> uniforms, Span<SampledToken> drawn, TakenShares shares)
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
            drawn[..uniforms.Length].Fill(new SampledToken(_candidates.FirstWith(logits, largest), 0));
            return;
        }

        var cutsByRank = sampling.TopK > 0 && sampling.TopK < _candidates.Count;
        if (cutsByRank || sampling.TopP < 1 || sampling.MinP > 0)
        {
            SampleCut(logits, largest, sampling, uniforms, drawn, shares);
        }
        else
        {
            SampleAny(logits, largest, sampling.Temperature, uniforms, drawn, shares);
        }
    }

    private void SampleAny(
        ReadOnlySpan<float> logits, float largest, double temperature, ReadOnlySpan<double> uniforms, Span<SampledToken> drawn, TakenShares shares)
    {
        var sum = _all.Weigh(logits, largest, temperature);
        var left = sum;
        if (!shares.IsDefaultOrEmpty && (left = _all.Reduce(shares)) <= sum * TakenTexts.LeastShare)
        {
            left = _all.Weigh(logits, largest, temperature); // All is taken, as far as rounding tells.
        }

        for (var i = 0; i < uniforms.Length; i++)
        {
            var id = _all.IdAt(uniforms[i] * left);
            drawn[i] = new SampledToken(id, (((double)logits[id] - largest) / temperature) - Math.Log(sum));
        }
    }

    private void SampleCut(
        ReadOnlySpan<float> logits, float largest, Sampling sampling, ReadOnlySpan<double> uniforms, Span<SampledToken> drawn, TakenShares shares)
    {
        var left = sampling.TopK > 0 ? Math.Min(sampling.TopK, _candidates.Count) : _candidates.Count;
        if (left < _candidates.Count)
        {
            var best = _best.Select(logits, left);
            for (var i = 0; i < uniforms.Length; i++)
            {
                drawn[i] = _ranked.Sample(best, sampling, uniforms[i], shares);
            }

            return;
        }

        var sum = sampling.TopP < 1 ? _all.Weigh(logits, largest, sampling.Temperature) : 0; // Min-p alone needs none.
        for (var (count, done) = (Math.Min(FirstGuess, left), 0); done < uniforms.Length; count = Math.Min(Growth * count, left))
        {
            var best = _best.Select(logits, count);
            while (done < uniforms.Length
                && _ranked.TrySample(best, sampling, (sum, sum), isAll: count == left, uniforms[done], shares) is { } draw)
            {
                drawn[done++] = draw;
            }
        }
    }
}
