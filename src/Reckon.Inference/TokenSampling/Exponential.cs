using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// The exponential function with the same bits on every machine: products, sums and shifts in a fixed order, for each number
/// separately, so that
/// the width of the vectors makes no difference. The platform's own function may differ in the last bit.
/// </summary>
/// <remarks>
/// exp(x) = 2ⁿ · exp(r) with n = round(x / ln 2) and |r| ≤ ln 2 / 2; exp(r) by its Taylor series to r¹³, which leaves an error
/// below 2⁻⁵³. ln 2 in two parts (Cody, Waite 1980), so that n · ln 2 is exact.
/// </remarks>
internal static class Exponential
{
    private const double Lowest = -708; // Below it the result would be subnormal; it is 0.
    private const double PerLog2 = 1.4426950408889634;
    private const double Log2High = 6.93147180369123816490e-01;
    private const double Log2Low = 1.90821492927058770002e-10;
    private const double RoundingShift = 6755399441055744; // 1.5 · 2⁵²: adding it leaves the rounded number in the low bits.
    private const int MantissaBits = 52;

    // 1 / k! for k = 13 down to 0.
    private static readonly double[] _series =
    [
        1.0 / 6_227_020_800, 1.0 / 479_001_600, 1.0 / 39_916_800, 1.0 / 3_628_800, 1.0 / 362_880, 1.0 / 40_320, 1.0 / 5_040,
        1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1,
    ];

    /// <summary>Sets each weight to exp((logit − largest) / temperature).</summary>
    /// <param name="logits">None above <paramref name="largest"/>, none that is not a number.</param>
    /// <param name="largest">Finite.</param>
    /// <param name="temperature">Above 0.</param>
    /// <param name="weights">As many.</param>
    public static void Fill(ReadOnlySpan<float> logits, double largest, double temperature, Span<double> weights)
    {
        var width = Vector<float>.Count;
        var i = 0;
        for (; i + width <= logits.Length; i += width)
        {
            Fill(new Vector<float>(logits[i..]), largest, temperature, weights[i..]);
        }

        if (i < logits.Length)
        {
            // The rest is done the same way, in padded vectors.
            Span<float> rest = stackalloc float[width];
            Span<double> results = stackalloc double[width];
            rest.Fill((float)largest);
            logits[i..].CopyTo(rest);
            Fill(new Vector<float>(rest), largest, temperature, results);
            results[..(logits.Length - i)].CopyTo(weights[i..]);
        }
    }

    /// <summary>The exponential of one number, which is not above 0.</summary>
    public static double Of(float x)
    {
        Span<double> result = stackalloc double[1];
        Fill([x], 0, 1, result);
        return result[0];
    }

    private static void Fill(Vector<float> logits, double largest, double temperature, Span<double> weights)
    {
        Vector.Widen(logits, out var low, out var high);
        var (most, divisor) = (new Vector<double>(largest), new Vector<double>(temperature));
        var (lowX, highX) = ((low - most) / divisor, (high - most) / divisor);
        var (lowN, highN) = (Shifted(lowX), Shifted(highX));
        var (lowR, highR) = (Remainder(lowX, lowN), Remainder(highX, highN));
        ref var series = ref MemoryMarshal.GetArrayDataReference(_series);
        var (lowSum, highSum) = (new Vector<double>(series), new Vector<double>(series));
        for (var k = 1; k < _series.Length; k++)
        {
            // Two at once: each step of one series must wait for the one before it.
            var term = new Vector<double>(Unsafe.Add(ref series, k));
            lowSum = (lowSum * lowR) + term;
            highSum = (highSum * highR) + term;
        }

        Scaled(lowSum, lowN, lowX).CopyTo(weights);
        Scaled(highSum, highN, highX).CopyTo(weights[Vector<double>.Count..]);
    }

    // Holds n in its low bits.
    private static Vector<double> Shifted(Vector<double> x) => (x * PerLog2) + new Vector<double>(RoundingShift);

    private static Vector<double> Remainder(Vector<double> x, Vector<double> shifted)
    {
        var n = shifted - new Vector<double>(RoundingShift);
        return x - (n * Log2High) - (n * Log2Low);
    }

    private static Vector<double> Scaled(Vector<double> sum, Vector<double> shifted, Vector<double> x)
    {
        var scaled = Vector.AsVectorDouble(Vector.AsVectorInt64(sum) + Vector.ShiftLeft(Vector.AsVectorInt64(shifted), MantissaBits));
        return Vector.ConditionalSelect(Vector.LessThan(x, new Vector<double>(Lowest)), Vector<double>.Zero, scaled);
    }
}
