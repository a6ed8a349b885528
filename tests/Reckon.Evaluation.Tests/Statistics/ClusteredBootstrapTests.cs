using System.Collections.Immutable;
using Reckon.Evaluation.Statistics;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class ClusteredBootstrapTests
{
    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(2, 1.0)]
    [InlineData(1, 0.5)]
    public void Has_no_width_when_all_problems_are_alike(int correct, double accuracy) =>
        Assert.Equal(new ConfidenceInterval(accuracy, accuracy),
            ClusteredBootstrap.Interval([.. Enumerable.Repeat(new ProblemTrials(correct, 2), 50)]));

    [Fact]
    public void Is_the_same_every_time()
    {
        var clusters = Coins(100, 1, 0.7, world: 1);

        Assert.Equal(ClusteredBootstrap.Interval(clusters), ClusteredBootstrap.Interval(clusters));
    }

    [Fact]
    public void Comes_near_the_normal_approximation_on_many_problems()
    {
        // 280 of 400: the standard error is sqrt(0.7 · 0.3 / 400) = 0.0229.
        ImmutableArray<ProblemTrials> clusters = [.. Enumerable.Range(0, 400).Select(i => new ProblemTrials(i < 280 ? 1 : 0, 1))];

        var interval = ClusteredBootstrap.Interval(clusters);

        Assert.Equal(0.7 - (1.96 * 0.0229), interval.Low, 0.005);
        Assert.Equal(0.7 + (1.96 * 0.0229), interval.High, 0.005);
    }

    [Fact]
    public void Does_not_narrow_when_seeds_repeat_what_a_problem_does()
    {
        var once = Coins(60, 1, 0.5, world: 2);

        Assert.Equal(
            ClusteredBootstrap.Interval(once),
            ClusteredBootstrap.Interval([.. once.Select(cluster => new ProblemTrials(cluster.Correct * 8, 8))]));
    }

    [Fact]
    public void Weighs_problems_by_their_trials()
    {
        // Half of the problems are solved, and they have nine of ten trials.
        var interval =
            ClusteredBootstrap.Interval(
                [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? new ProblemTrials(9, 9) : new ProblemTrials(0, 1))]);

        Assert.InRange(0.9, interval.Low, interval.High);
        Assert.True(interval.Low > 0.8);
    }

    [Fact]
    public void Covers_the_truth_about_as_often_as_it_says()
    {
        const int worlds = 200;
        var covered = Enumerable.Range(0, worlds).Count(world =>
        {
            var interval = ClusteredBootstrap.Interval(Coins(80, 3, 0.6, world));
            return interval.Low <= 0.6 && 0.6 <= interval.High;
        });

        // Three standard errors (0.0154) about 95 %.
        Assert.InRange((double)covered / worlds, 0.904, 0.996);
    }

    [Fact]
    public void Refuses_problems_without_trials()
    {
        Assert.Throws<ArgumentException>(() => ClusteredBootstrap.Interval([]));
        Assert.Throws<ArgumentException>(() => ClusteredBootstrap.Interval([new ProblemTrials(0, 0)]));
    }

    [Fact]
    public void Sees_all_means_on_the_same_draws_of_problems_as_accuracies()
    {
        var (one, other) = (Coins(70, 1, 0.3, world: 3), Coins(70, 1, 0.8, world: 4));

        Assert.Equal(
            [ClusteredBootstrap.Interval(one), ClusteredBootstrap.Interval(other)],
            ClusteredBootstrap.Means([.. one.Zip(other, (a, b) => new double[] { a.Correct, b.Correct })]));
    }

    [Fact]
    public void Scales_the_interval_of_a_mean_with_its_values()
    {
        var coins = Coins(70, 1, 0.3, world: 5);

        var interval = ClusteredBootstrap.Means([.. coins.Select(coin => new[] { coin.Correct, 0.25 + (coin.Correct / 4.0) })]);

        Assert.Equal(0.25 + (interval[0].Low / 4), interval[1].Low, 12);
        Assert.Equal(0.25 + (interval[0].High / 4), interval[1].High, 12);
    }

    [Fact]
    public void Refuses_means_of_nothing_and_problems_that_differ_in_what_they_have()
    {
        Assert.Throws<ArgumentException>(() => ClusteredBootstrap.Means([]));
        Assert.Throws<ArgumentException>(() => ClusteredBootstrap.Means([[], []]));
        Assert.Throws<ArgumentException>(() => ClusteredBootstrap.Means([[1], [1, 2]]));
    }

    // Problems of which a share is easy: all seeds of a problem fare alike, so problems are what varies.
    private static ImmutableArray<ProblemTrials> Coins(int problems, int seeds, double share, int world)
    {
        var key = RandomKey.Root(world, "coins");
        return [.. Enumerable.Range(0, problems).Select(problem => new ProblemTrials(key.Uniform(problem) < share ? seeds : 0, seeds))];
    }
}
