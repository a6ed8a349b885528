using CsCheck;
using Reckon.Coordinator.Admission;

namespace Reckon.Coordinator.Tests.Admission;

public sealed class AdmissionWindowTests
{
    private static readonly Gen<AdmissionTerms> _terms =
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 10], Gen.Int[1, 8]).Select((most, factor, shares) => new AdmissionTerms(most, factor, shares));

    private static readonly Gen<PoolPressure> _pools = Gen.Select(Gen.Int[0, 5_000], Gen.Int[0, 9_000], Gen.Int[0, 9_000], Gen.Int[0, 20])
        .Select((capacity, mine, others, shares) => new PoolPressure("p", capacity, mine, others, shares));

    private static readonly Gen<double> _weights = Gen.Double[0.01, 300];

    [Fact]
    public void One_problem_may_always_run_and_never_more_than_the_most() => Gen.Select(_terms, _pools, _weights).Sample((terms, pool, weight) =>
        Assert.InRange(AdmissionWindow.Of(terms, [(pool, weight)]), 1, terms.Most));

    [Fact]
    public void What_is_admitted_never_exceeds_so_many_times_the_capacity() => Gen.Select(_terms, _pools, _weights).Sample((terms, pool, weight) =>
    {
        var window = AdmissionWindow.Of(terms, [(pool, weight)]);
        var mostWithoutWorkers = pool.Capacity == 0 ? AdmissionTerms.ProblemsWithoutWorkers : 1;
        Assert.True(window <= mostWithoutWorkers || window * weight <= terms.Factor * pool.Capacity, $"{window} problems");
    });

    [Fact]
    public void More_workers_never_make_it_smaller_and_more_of_others_never_larger() =>
        Gen.Select(_terms, _pools.Where(pool => pool.Capacity > 0), _weights, Gen.Int[1, 1_000]).Sample((terms, pool, weight, more) =>
        {
            var window = AdmissionWindow.Of(terms, [(pool, weight)]);

            Assert.True(AdmissionWindow.Of(terms, [(pool with { Capacity = pool.Capacity + more }, weight)]) >= window);
            Assert.True(AdmissionWindow.Of(terms, [(pool with { Others = pool.Others + more }, weight)]) <= window);
            Assert.True(AdmissionWindow.Of(terms, [(pool with { OtherShares = pool.OtherShares + more }, weight)]) <= window);
        });

    [Fact]
    public void The_fullest_of_the_pools_decides() => Gen.Select(_terms, _pools, _pools, _weights).Sample((terms, one, other, weight) =>
        Assert.Equal(
            Math.Min(AdmissionWindow.Of(terms, [(one, weight)]), AdmissionWindow.Of(terms, [(other, weight)])),
            AdmissionWindow.Of(terms, [(one, weight), (other, weight)])));

    // Each keeps to what it may have, in any order and from any start; what is too much ends by itself.
    [Fact]
    public void Sweeps_that_keep_to_it_fill_the_target_together_and_have_their_shares_at_least() =>
        Gen.Select(Gen.Int[1, 4_000], Gen.Int[1, 6].Array[1, 6], Gen.Int[0, 20_000].Array[6]).Sample((capacity, shares, start) =>
        {
            const int factor = 3;
            double[] had = [.. start.Take(shares.Length).Select(outstanding => (double)outstanding)];
            for (var turn = 0; turn < 60; turn++)
            {
                var sweep = turn % shares.Length;
                var pool = new PoolPressure("p", capacity, 0, (int)had.Where((_, other) => other != sweep).Sum(), shares.Sum() - shares[sweep]);
                had[sweep] = AdmissionWindow.Allowed(new AdmissionTerms(1, factor, shares[sweep]), pool);
            }

            var target = factor * capacity;
            Assert.InRange(had.Sum(), target - 1, target + shares.Length);
            Assert.All(had.Zip(shares), pair => Assert.True(pair.First >= ((double)target * pair.Second / shares.Sum()) - 1e-6));
        });

    [Fact]
    public void Others_that_have_little_to_do_leave_the_rest()
    {
        var pool = new PoolPressure("p", Capacity: 100, Mine: 0, Others: 20, OtherShares: 9);

        Assert.Equal(280, AdmissionWindow.Allowed(new AdmissionTerms(1_000, 3, 1), pool));
        Assert.Equal(30, AdmissionWindow.Allowed(new AdmissionTerms(1_000, 3, 1), pool with { Others = 400 }));
    }

    [Fact]
    public void Without_workers_a_few_problems_show_that_something_waits()
    {
        var pool = new PoolPressure("p", Capacity: 0, Mine: 0, Others: 0, OtherShares: 0);

        Assert.Equal(4, AdmissionWindow.Of(new AdmissionTerms(10_000, 3, 1), [(pool, 64)]));
        Assert.Equal(2, AdmissionWindow.Of(new AdmissionTerms(2, 3, 1), [(pool, 64)]));
    }
}
