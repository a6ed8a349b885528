using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// Whether two runs differ on the same problems: how often the sum of differences would be this large if each problem's sign were tossed
/// (Fisher 1935).
/// </summary>
/// <remarks>
/// With differences of one size it is the exact test of McNemar. Else signs are tossed 10,000 times, and the result counts as one of them.
/// </remarks>
public static class SignFlipTest
{
    private const int Flips = 10_000;
    private const double Tolerance = 1e-9; // Sums that are equal but for rounding are ties.

    private static readonly RandomKey _root = RandomKey.Root(0, "sign-flips");

    /// <summary>The two-sided p-value, in (0, 1].</summary>
    /// <param name="differences">One for each problem.</param>
    public static double PValue(IReadOnlyList<double> differences)
    {
        double[] nonZero = [.. differences.Where(difference => difference != 0)];
        if (nonZero.Length == 0)
        {
            return 1;
        }

        var size = Math.Abs(nonZero[0]);
        return nonZero.All(difference => Math.Abs(difference) == size)
            ? McNemarTest.PValue(nonZero.Count(difference => difference > 0), nonZero.Count(difference => difference < 0))
            : Tossed(nonZero);
    }

    private static double Tossed(double[] differences)
    {
        var observed = Math.Abs(differences.Sum()) - Tolerance;
        var asLarge = 1;
        for (var flip = 0; flip < Flips; flip++)
        {
            asLarge += Math.Abs(Sum(differences, _root.Child(flip))) >= observed ? 1 : 0;
        }

        return asLarge / (Flips + 1.0);
    }

    private static double Sum(double[] differences, RandomKey key)
    {
        const int bits = 52; // Of each draw, which has 53.
        var (sum, left, draws) = (0.0, 0UL, 0);
        for (var i = 0; i < differences.Length; i++)
        {
            if (i % bits == 0)
            {
                left = (ulong)(key.Uniform(draws++) * (1UL << bits));
            }

            sum += (left & 1) == 0 ? differences[i] : -differences[i];
            left >>= 1;
        }

        return sum;
    }
}
