using Reckon.Inference.Slots;
using Reckon.Search;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// Samples from the largest logits of a row. Gives exactly the token that the whole row would give, or none where the largest logits do not
/// decide it. Used by one thread.
/// </summary>
internal sealed class TopLogitsSampler(CandidateSet candidates, RankedSampler ranked)
{
    private const double Rounding = 1.0 / (1 << 23); // The last bit of a float at 1.
    private const double Deep = 100; // A logit that is this far below the largest adds nothing to a sum.

    private RankedToken[] _ranked = [];

    /// <summary>
    /// Whether the largest <paramref name="count"/> logits can decide a token. Where they never can, they need not be requested.
    /// </summary>
    public static bool MayServe(Sampling sampling, int count)
    {
        if (!OnlyLowers(sampling))
        {
            return false; // Penalties that raise logits could lift a token that is not among the largest to the top.
        }

        return sampling switch
        {
            { Temperature: 0 } => true,
            { TopK: > 0 } => sampling.TopK < count,
            { TopP: < 1 } => !PathTokens.MatterTo(sampling), // The sum over all tokens is that of logits without penalties.
            _ => sampling.MinP > 0,
        };
    }

    /// <summary>The token; null when the whole row is needed to know it.</summary>
    public SampledToken? TrySample(LogitRow row, Sampling sampling, PathTokens? path, double uniform)
    {
        var values = row.Top.ValuesOf(row.Slot);
        var logSum = row.Top.LogSumOf(row.Slot);
        if (!MayServe(sampling, values.Length) || !float.IsFinite(logSum) || !float.IsFinite(values[0]))
        {
            return null; // Where a logit is not a number, the log-sum is not either. The whole row shows which logit it is.
        }

        var certain = Rank(row, sampling, path);
        if (certain.Length == 0)
        {
            return null;
        }

        if (sampling.Temperature == 0)
        {
            return new SampledToken(certain[0].Id, 0);
        }

        if (sampling.TopK > 0 && sampling.TopK < candidates.Count)
        {
            return certain.Length >= sampling.TopK ? ranked.Sample(certain[..sampling.TopK], sampling, uniform) : null;
        }

        if (sampling.TopP >= 1)
        {
            return ranked.TrySample(certain, sampling, default, isAll: false, uniform);
        }

        return PathTokens.MatterTo(sampling) ? null : SampleWithin(certain, sampling, logSum, row.Top.SumTolerance, uniform);
    }

    private static bool OnlyLowers(Sampling sampling) =>
        sampling.RepetitionPenalty >= 1 && sampling.PresencePenalty >= 0 && sampling.FrequencyPenalty >= 0;

    // The tokens that are better than every token which is not among the largest, the best first.
    private ReadOnlySpan<RankedToken> Rank(LogitRow row, Sampling sampling, PathTokens? path)
    {
        var values = row.Top.ValuesOf(row.Slot);
        var ids = row.Top.IdsOf(row.Slot);
        var count = 0;
        _ranked = _ranked.Length < values.Length ? new RankedToken[values.Length] : _ranked;
        for (var i = 0; i < values.Length; i++)
        {
            var id = (int)ids[i];
            var logit = path is null ? values[i] : path.Penalised(sampling, id, values[i]);
            if (logit > values[^1] && candidates.Contains(id))
            {
                _ranked[count++] = RankedToken.Of(id, logit);
            }
        }

        var ranked = _ranked.AsSpan(0, count);
        ranked.Sort();
        ranked.Reverse();
        return ranked;
    }

    // The sum is known within a tolerance. Top-p is decided where it leaves the same tokens for the least and the largest possible sum.
    private SampledToken? SampleWithin(ReadOnlySpan<RankedToken> tokens, Sampling sampling, float logSum, double tolerance, double uniform)
    {
        var largest = tokens[0].Logit / sampling.Temperature;
        var off = tolerance + (Rounding * (Math.Abs(largest) + Math.Abs(logSum) + Deep));
        var sum = Math.Exp(logSum - largest);
        return ranked.TrySample(tokens, sampling, (sum * (1 - off), sum * (1 + off)), isAll: false, uniform);
    }
}
