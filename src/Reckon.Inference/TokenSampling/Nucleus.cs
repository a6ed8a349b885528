using Reckon.Search;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// How many of the best tokens top-p and min-p leave. Top-k has been applied before: the tokens are all that it left, or the best of all.
/// </summary>
internal static class Nucleus
{
    /// <summary>
    /// How many are left, at least one; null when more of the best are needed to know. Both cuts go by rank, so the first ones are left.
    /// </summary>
    /// <param name="sampling">Temperature above 0.</param>
    /// <param name="weights">Of the best tokens, the best first, whose weight is 1.</param>
    /// <param name="sum">Of the weights of all tokens that top-k left.</param>
    /// <param name="isAll">Whether these are all of them.</param>
    public static int? Size(Sampling sampling, ReadOnlySpan<double> weights, double sum, bool isAll)
    {
        var (byProbability, byRatio) = (FirstToReach(sampling, weights, sum), FirstBelow(sampling, weights));
        return byProbability is null && byRatio is null && !isAll
            ? null
            : Math.Min(byProbability ?? weights.Length, byRatio ?? weights.Length);
    }

    private static int? FirstToReach(Sampling sampling, ReadOnlySpan<double> weights, double sum)
    {
        if (sampling.TopP >= 1)
        {
            return null;
        }

        var (reached, target) = (0.0, sampling.TopP * sum);
        for (var i = 0; i < weights.Length; i++)
        {
            reached += weights[i];
            if (reached >= target)
            {
                return i + 1;
            }
        }

        return null;
    }

    private static int? FirstBelow(Sampling sampling, ReadOnlySpan<double> weights)
    {
        for (var i = 0; sampling.MinP > 0 && i < weights.Length; i++)
        {
            if (weights[i] < sampling.MinP)
            {
                return i;
            }
        }

        return null;
    }
}
