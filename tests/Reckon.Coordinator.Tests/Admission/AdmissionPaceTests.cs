using Reckon.Coordinator.Admission;

namespace Reckon.Coordinator.Tests.Admission;

public sealed class AdmissionPaceTests
{
    private static readonly AdmissionTerms _terms = new(Most: 10_000, Factor: 3, Shares: 1);
    private static readonly PoolPressure _pool = new("p", Capacity: 64, Mine: 0, Others: 0, OtherShares: 0);

    [Fact]
    public void A_problem_counts_as_the_most_it_can_have_until_it_was_measured_and_until_then_less_is_admitted()
    {
        var pace = new AdmissionPace(most: 16);
        Assert.Equal(4, pace.Window(_terms, hasFinished: false)); // Nothing is known.

        pace.Note([_pool], running: 0, TimeSpan.Zero);

        Assert.Equal(8, pace.Window(_terms, hasFinished: false)); // Twice 64.
        Assert.Equal(12, pace.Window(_terms, hasFinished: true));
        Assert.Equal(4, pace.Window(_terms with { Factor = 1 }, hasFinished: false));
    }

    [Fact]
    public void What_problems_have_outstanding_is_learnt_within_seconds()
    {
        var pace = new AdmissionPace(most: 64);

        Watch(pace, from: 0, to: 30, running: 3, outstanding: 12); // Four each.

        Assert.InRange(pace.Window(_terms, hasFinished: true), 45, 48);
    }

    [Fact]
    public void Problems_that_have_just_begun_do_not_make_it_seem_that_problems_do_little()
    {
        var pace = new AdmissionPace(most: 64);
        Watch(pace, from: 0, to: 1.9, running: 2, outstanding: 0); // They read the store.

        Assert.Equal(3, pace.Window(_terms, hasFinished: true));

        Watch(pace, from: 2, to: 10, running: 2, outstanding: 128);
        Watch(pace, from: 10, to: 11.9, running: 40, outstanding: 128); // Those that came have not asked yet.

        Assert.Equal(3, pace.Window(_terms, hasFinished: true));
    }

    [Fact]
    public void A_sweep_that_finds_all_in_the_store_does_not_seem_to_do_nothing()
    {
        var pace = new AdmissionPace(most: 64);

        Watch(pace, from: 0, to: 60, running: 3, outstanding: 0);

        Assert.Equal(3, pace.Window(_terms, hasFinished: true));
    }

    [Fact]
    public void Verifiers_limit_nothing_until_they_are_what_everything_waits_for()
    {
        var verifiers = _pool with { Pool = "v", Capacity = 65 };
        var pace = new AdmissionPace(most: 16);
        pace.Note([_pool, verifiers], 0, TimeSpan.Zero);
        Assert.Equal(12, pace.Window(_terms, hasFinished: true));

        for (var at = 0.25; at < 40; at += 0.25)
        {
            pace.Note([_pool with { Mine = 20 }, verifiers with { Mine = 10 * 39 }], 10, TimeSpan.FromSeconds(at));
        }

        Assert.Equal(12, pace.Window(_terms, hasFinished: true)); // 195 over 16: a problem has no more than that.
        Assert.True(pace.Window(_terms with { Factor = 2 }, hasFinished: true) < 10);
    }

    private static void Watch(AdmissionPace pace, double from, double to, int running, int outstanding)
    {
        for (var at = from; at <= to; at += 0.25)
        {
            pace.Note([_pool with { Mine = outstanding }], running, TimeSpan.FromSeconds(at));
        }
    }
}
