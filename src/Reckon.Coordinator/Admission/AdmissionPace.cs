using System.Collections.Immutable;

namespace Reckon.Coordinator.Admission;

/// <summary>
/// Watches what the problems of a sweep have outstanding and says how many of them may run. What a problem has outstanding on average is
/// not known before: until a trial is done it is taken for the most that it can have. Times count from any moment.
/// </summary>
/// <param name="most">The most that a problem has outstanding, in children: its trials' largest number of generations.</param>
internal sealed class AdmissionPace(int most)
{
    /// <summary>How long a problem has had time to ask before it is measured.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>What was measured so long ago counts e times less.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(4);

    /// <summary>Figures that come so long after those before are not measured by.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private const double LeastWeight = 1; // Of a problem that runs, a child.

    private readonly Queue<(TimeSpan At, int Running)> _lately = new();
    private readonly Dictionary<string, double> _weights = [];
    private ImmutableArray<PoolPressure> _pools = [];
    private TimeSpan _measured;

    /// <summary>Notes how the pools stand.</summary>
    /// <param name="pools">Those that the sweep needs, the proposer's first.</param>
    /// <param name="running">Problems that run.</param>
    /// <param name="now">The time.</param>
    public void Note(ImmutableArray<PoolPressure> pools, int running, TimeSpan now)
    {
        _pools = pools;
        // A process that stood still has little outstanding, and concludes nothing.
        var settled = now - _measured > Late ? 0 : Settled(running, now);
        if (settled > 0 && pools.Any(pool => pool.Mine > 0)) // Else what runs is read from the store, and says nothing of work.
        {
            var share = 1 - Math.Exp(-(now - _measured) / Memory);
            foreach (var pool in pools)
            {
                var known = WeightOf(pool.Pool);
                _weights[pool.Pool] = known + (share * (((double)pool.Mine / settled) - known));
            }
        }

        _measured = now;
    }

    /// <summary>How many problems may run at once; <see cref="AdmissionTerms.ProblemsWithoutWorkers"/> before anything was noted.</summary>
    /// <param name="terms">How much may be outstanding.</param>
    /// <param name="hasFinished">Whether a trial is done.</param>
    public int Window(AdmissionTerms terms, bool hasFinished)
    {
        if (_pools.IsEmpty)
        {
            return Math.Min(AdmissionTerms.ProblemsWithoutWorkers, terms.Most);
        }

        var now = hasFinished ? terms : terms with { Factor = Math.Min(terms.Factor, AdmissionTerms.FactorAtStart) };
        return AdmissionWindow.Of(now, _pools.Select(pool => (pool, hasFinished ? Math.Min(WeightOf(pool.Pool), most) : MostOf(pool.Pool))));
    }

    // A pool of verifiers limits nothing before it is known how much they have to do.
    private double WeightOf(string pool) => pool == _pools[0].Pool
        ? Math.Max(LeastWeight, _weights.GetValueOrDefault(pool, most))
        : _weights.GetValueOrDefault(pool);

    private int MostOf(string pool) => pool == _pools[0].Pool ? most : 0;

    // The fewest that ran at any time lately: those that have come since have not all asked yet.
    private int Settled(int running, TimeSpan now)
    {
        _lately.Enqueue((now, running));
        while (_lately.Count > 1 && _lately.ElementAt(1).At <= now - Settling)
        {
            _lately.Dequeue();
        }

        return _lately.Peek().At <= now - Settling ? _lately.Min(then => then.Running) : 0;
    }
}
