namespace Reckon.Evaluation.Statistics;

/// <summary>Quantiles of numbers in ascending order, linear between them (Hyndman and Fan 1996, type 7).</summary>
internal static class OrderStatistic
{
    /// <summary>The quantile of <paramref name="share"/>, in [0, 1].</summary>
    public static double Of(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
