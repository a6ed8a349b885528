namespace Reckon.Coordinator.Admission;

/// <summary>
/// Decides how many problems of a sweep may run at once: so many that a few times the capacity of the pools that it needs is outstanding. Pure.
/// </summary>
internal static class AdmissionWindow
{
    /// <summary>The number, at least 1 and at most <see cref="AdmissionTerms.Most"/>.</summary>
    /// <param name="terms">How much may be outstanding.</param>
    /// <param name="pools">
    /// The pools that the sweep needs, each with what a problem has outstanding there on average; 0 where it is not known.
    /// </param>
    public static int Of(AdmissionTerms terms, IEnumerable<(PoolPressure Pool, double Weight)> pools) =>
        (int)Math.Clamp(pools.Min(pool => ProblemsFor(terms, pool.Pool, pool.Weight)), 1, terms.Most);

    /// <summary>
    /// What the sweep may have outstanding in a pool: its share of the target among those that have something there, or what the others
    /// leave of it if that is more. Where each keeps to this, all together do not exceed the target.
    /// </summary>
    public static double Allowed(AdmissionTerms terms, PoolPressure pool)
    {
        var target = (double)terms.Factor * pool.Capacity;
        return Math.Max(target * terms.Shares / ((double)terms.Shares + pool.OtherShares), target - pool.Others);
    }

    private static double ProblemsFor(AdmissionTerms terms, PoolPressure pool, double weight) => (pool.Capacity, weight) switch
    {
        (0, _) => AdmissionTerms.ProblemsWithoutWorkers,
        (_, 0) => terms.Most,
        _ => Math.Floor(Allowed(terms, pool) / weight),
    };
}
