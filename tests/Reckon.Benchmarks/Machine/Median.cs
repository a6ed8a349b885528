namespace Reckon.Benchmarks.Machine;

/// <summary>The middle of some measurements, which one disturbed run does not move.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static double Of<T>(IEnumerable<T> items, Func<T, double> value) => Of(items.Select(value));
}
