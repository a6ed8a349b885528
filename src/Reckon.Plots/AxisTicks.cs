using System.Collections.Immutable;
using System.Globalization;

namespace Reckon.Plots;

/// <summary>Where a logarithmic axis has its ticks.</summary>
internal static class AxisTicks
{
    private const int Most = 10;

    /// <summary>Powers of two where there are few of them between the numbers, else powers of ten with their halves; none crowd.</summary>
    public static ImmutableArray<(double Value, string Text)> Logarithmic(ImmutableArray<double> numbers)
    {
        if (numbers.IsEmpty)
        {
            return [];
        }

        var (low, high) = (numbers.Min(), numbers.Max());
        var twos = Between(low, high, Enumerable.Range(-20, 90).Select(power => Math.Pow(2, power)));
        var isSmall = high <= 4096;
        var tens = Between(low, high, Enumerable.Range(-3, 24).SelectMany(power => new[] { 1.0, 2, 5 }.Select(digit => digit * Math.Pow(10, power))));
        var chosen = isSmall && twos.Length is > 1 and <= Most ? twos : tens.Length <= Most ? tens : [.. tens.Where(IsPowerOfTen)];
        return [.. (chosen.IsEmpty ? [low, high] : chosen).Select(value => (value, Text(value)))];
    }

    private static ImmutableArray<double> Between(double low, double high, IEnumerable<double> values) =>
        [.. values.Where(value => value >= low * 0.99 && value <= high * 1.01)];

    private static bool IsPowerOfTen(double value) => Math.Abs(Math.Log10(value) - Math.Round(Math.Log10(value))) < 1e-9;

    private static string Text(double value) => value switch
    {
        >= 1e12 => $"{(value / 1e12).ToString("0.##", CultureInfo.InvariantCulture)} T",
        >= 1e9 => $"{(value / 1e9).ToString("0.##", CultureInfo.InvariantCulture)} G",
        >= 1e6 => $"{(value / 1e6).ToString("0.##", CultureInfo.InvariantCulture)} M",
        >= 1e4 => $"{(value / 1e3).ToString("0.##", CultureInfo.InvariantCulture)} k",
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
