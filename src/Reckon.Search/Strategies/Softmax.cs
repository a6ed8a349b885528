namespace Reckon.Search.Strategies;

/// <summary>Weights that grow with the exponential of a value.</summary>
internal static class Softmax
{
    /// <summary>For each of <paramref name="values"/> its weight, in [0, 1]; together they are 1. Empty for none.</summary>
    /// <param name="values">Finite numbers.</param>
    /// <param name="temperature">Divides the values; above 0. The lower, the more the largest is preferred.</param>
    public static double[] Of(IEnumerable<double> values, double temperature)
    {
        double[] weights = [.. values];
        var largest = weights.DefaultIfEmpty().Max();
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Exp((weights[i] - largest) / temperature); // At most 1, and 1 once: no sum overflows or vanishes.
        }

        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
