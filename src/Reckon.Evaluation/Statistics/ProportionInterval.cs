using MathNet.Numerics;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// The 95 % confidence interval of a share from x right of n, where neither needs to be a whole number: between the mid-P interval
/// (Lancaster 1961) and the exact one (Clopper and Pearson 1934).
/// </summary>
/// <remarks>
/// The lower end is the share p at which P(X &gt; x) + 0.7 · P(X = x) is 2.5 %, X being binomial with n and p; the upper end mirrors it.
/// With
/// 0.5 instead of 0.7 it is the mid-P interval, which covers too little at some p (91.8 % at n = 100, p = 0.03); with 1 it is the exact
/// one,
/// which covers too much at all. No interval can cover exactly 95 % at every p, for x takes few values where n · p is small.
/// </remarks>
public static class ProportionInterval
{
    private const double Tail = 0.025;
    private const double PartOfOwn = 0.7;
    private const int Halvings = 50;

    /// <summary>The interval.</summary>
    /// <param name="right">x, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">n, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static ConfidenceInterval Of(double right, double trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(right);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(right, trials);
        return new ConfidenceInterval(Lower(right, trials), 1 - Lower(trials - right, trials));
    }

    // The tail grows with p, so the place where it reaches 2.5 % is found by halving.
    private static double Lower(double right, double trials)
    {
        if (right <= 0)
        {
            return 0;
        }

        var (low, high) = (0.0, right / trials);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(middle, right, trials) < Tail ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Above(double share, double right, double trials) =>
        (PartOfOwn * AtLeast(share, right, trials)) + ((1 - PartOfOwn) * AtLeast(share, right + 1, trials));

    // P(X >= x) for a binomial X, also between whole numbers.
    private static double AtLeast(double share, double right, double trials) => (right, trials - right + 1) switch
    {
        ( <= 0, _) => 1,
        (_, <= 0) => 0,
        var (a, b) => SpecialFunctions.BetaRegularized(a, b, share),
    };
}
