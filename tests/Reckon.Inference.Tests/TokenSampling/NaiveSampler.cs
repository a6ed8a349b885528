using Reckon.Inference.TokenSampling;
using Reckon.Search;

namespace Reckon.Inference.Tests.TokenSampling;

/// <summary>The sampler as one would write it down: everything sorted, nothing spared.</summary>
internal static class NaiveSampler
{
    /// <summary>The ids that may be drawn after all cuts, ascending.</summary>
    public static int[] Left(int[] candidates, float[] logits, Sampling sampling)
    {
        var ranked = candidates.OrderByDescending(id => logits[id]).ThenBy(id => id).ToList();
        var largest = (double)logits[ranked[0]];
        double WeightOf(int id) => Math.Exp((logits[id] - largest) / sampling.Temperature);

        ranked = [.. ranked.Take(sampling.TopK > 0 ? sampling.TopK : ranked.Count)];
        if (sampling.TopP < 1)
        {
            var (sum, before) = (ranked.Sum(WeightOf), 0.0);
            ranked = [.. ranked.TakeWhile(id =>
            {
                var isLeft = before < sampling.TopP * sum;
                before += WeightOf(id);
                return isLeft;
            })];
        }

        return [.. ranked.Where(id => WeightOf(id) >= sampling.MinP).Order()];
    }

    public static SampledToken Sample(int[] candidates, float[] logits, Sampling sampling, double uniform)
    {
        var left = Left(candidates, logits, sampling);
        var largest = (double)left.Max(id => logits[id]);
        var weights = left.Select(id => Math.Exp((logits[id] - largest) / sampling.Temperature)).ToArray();
        var (reached, i, sum) = (0.0, -1, weights.Sum());
        do
        {
            reached += weights[++i];
        }
        while (reached <= uniform * sum);

        return new SampledToken(left[i], Math.Log(weights[i] / sum));
    }
}
