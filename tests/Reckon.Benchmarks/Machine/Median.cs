namespace Reckon.Benchmarks.Machine;

/// <summary>The middle of some measurements, which one disturbed run does not move.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>
    /// Where the median of what was drawn from lies, with 95 % confidence: by the places of the values alone, whatever their distribution.
    /// </summary>
    public static (double Low, double High) IntervalOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var outside = Math.Max(0, (int)Math.Floor((sorted.Length - 1.96 * Math.Sqrt(sorted.Length)) / 2));
        return (sorted[outside], sorted[^(outside + 1)]);
    }

    public static double Of<T>(IEnumerable<T> items, Func<T, double> value) => Of(items.Select(value));
}
