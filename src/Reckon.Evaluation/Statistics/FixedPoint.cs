namespace Reckon.Evaluation.Statistics;

/// <summary>Shares as whole numbers of 2^-40, so that sums are exact and do not depend on the order of what is added.</summary>
/// <remarks>0 and 1 are exact. A sum of up to 2^22 shares fits, and so does a sum of that many means of them.</remarks>
internal static class FixedPoint
{
    private const double One = 1L << 40;

    /// <summary>The nearest fixed point to <paramref name="share"/>, in [0, 1].</summary>
    public static long Of(double share) => (long)Math.Round(share * One);

    /// <summary>The share that <paramref name="value"/> encodes.</summary>
    public static double ToShare(long value) => value / One;

    /// <summary>The mean of <paramref name="count"/> numbers, none negative, from their sum; a half is rounded up.</summary>
    public static long Mean(long sum, int count) => (sum + (count / 2)) / count;
}
