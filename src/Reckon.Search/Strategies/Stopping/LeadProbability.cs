namespace Reckon.Search.Strategies.Stopping;

/// <summary>
/// How likely it is that the answer with most votes is the one that the proposer gives most often, when every distribution over answers was
/// equally likely before: the stopping criteria of Adaptive-Consistency (Aggarwal et al. 2023, arXiv 2305.11860, section 3).
/// </summary>
internal static class LeadProbability
{
    private const int Intervals = 2_000;

    /// <summary>
    /// Against the second answer alone: the Beta(first + 1, second + 1) distribution's mass above a half. For whole numbers that is the
    /// chance that of first + second + 1 fair coins at most <paramref name="first"/> fall on heads.
    /// </summary>
    /// <param name="first">Votes for the leading answer.</param>
    /// <param name="second">Votes for the second, at most as many; 0 where there is none.</param>
    public static double Beta(int first, int second)
    {
        var coins = first + second + 1;
        var (more, logTerm) = (0.0, -coins * Math.Log(2)); // In logarithms: two to the power of many coins is out of range.
        for (var tails = 0; tails <= second; tails++)
        {
            more += Math.Exp(logTerm);
            logTerm += Math.Log((double)(coins - tails) / (tails + 1));
        }

        return 1 - more;
    }

    /// <summary>
    /// Against all other answers: the chance that the first part of a Dirichlet(counts + 1) distribution is the largest. Its parts are in
    /// the proportions of independent Gamma variables with these shapes, so that is the integral of the first one's density times the
    /// others' distribution functions; by Simpson's rule, to about 8 digits.
    /// </summary>
    /// <param name="counts">Votes for each answer, most first; not empty. One answer alone has an unseen one against it.</param>
    public static double Dirichlet(IReadOnlyList<int> counts)
    {
        var shape = counts[0] + 1;
        (int Shape, int Times)[] others =
        [
            .. counts.Skip(1).DefaultIfEmpty(0)
                .CountBy(count => count + 1)
                .OrderBy(other => other.Key)
                .Select(other => (other.Key, other.Value)),
        ];
        var reach = 10 * Math.Sqrt(shape);
        var (start, end) = (Math.Max(0, shape - reach - 40), shape + reach + 40); // The density outside is below 1e-15.
        var (step, logOfGamma) = ((end - start) / Intervals, Enumerable.Range(1, shape - 1).Sum(i => Math.Log(i)));
        var sum = 0.0;
        for (var i = 0; i <= Intervals; i++)
        {
            var x = start + (i * step);
            var weight = i is 0 or Intervals ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp(((shape - 1) * Math.Log(x)) - x - logOfGamma) * AllBelow(x, others);
        }

        return Math.Min(1, sum * step / 3);
    }

    // Of whole shapes the distribution function is one less the first terms of a Poisson distribution.
    private static double AllBelow(double x, (int Shape, int Times)[] others)
    {
        var (product, terms, sum, logTerm) = (1.0, 0, 0.0, -x);
        foreach (var (shape, times) in others)
        {
            for (; terms < shape; terms++)
            {
                sum += Math.Exp(logTerm);
                logTerm += Math.Log(x / (terms + 1));
            }

            product *= Math.Pow(Math.Max(0, 1 - sum), times);
        }

        return product;
    }
}
