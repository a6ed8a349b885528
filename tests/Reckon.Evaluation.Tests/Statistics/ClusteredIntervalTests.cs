using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class ClusteredIntervalTests
{
    private static readonly ImmutableArray<double> _accuracies = [0.01, 0.03, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.95, 0.99];
    private static readonly ImmutableArray<int> _counts = [10, 30, 100, 300, 1_000];

    [Fact]
    public void None_right_of_thirty_problems_does_not_mean_that_none_ever_will_be()
    {
        var none = ClusteredInterval.Of(Same(30, 0, 1));
        var all = ClusteredInterval.Of(Same(30, 3, 3));

        Assert.Equal(0, none.Low);
        Assert.InRange(none.High, 0.08, 0.13);
        Assert.Equal(1, all.High);
        Assert.InRange(all.Low, 0.87, 0.92);
    }

    [Fact]
    public void Seeds_that_repeat_what_a_problem_does_add_nothing()
    {
        ImmutableArray<ProblemTrials> once = [.. Enumerable.Range(0, 60).Select(i => new ProblemTrials(i % 3 == 0 ? 1 : 0, 1))];
        var often = ClusteredInterval.Of([.. once.Select(problem => new ProblemTrials(problem.Correct * 8, 8))]);

        Assert.Equal(ClusteredInterval.Of(once).Low, often.Low, 9);
        Assert.Equal(ClusteredInterval.Of(once).High, often.High, 9);
    }

    [Fact]
    public void Independent_seeds_narrow_it() => Assert.InRange(
        Width(ClusteredInterval.Of(Same(100, 1, 2))) / Width(ClusteredInterval.Of([.. Enumerable.Range(0, 100).Select(i => new ProblemTrials(i % 2, 1))])),
        0.65, 0.8);

    [Fact]
    public void Comes_near_the_normal_approximation_on_many_problems()
    {
        // 280 of 400: the standard error is sqrt(0.7 · 0.3 / 400) = 0.0229.
        var interval = ClusteredInterval.Of([.. Enumerable.Range(0, 400).Select(i => new ProblemTrials(i < 280 ? 1 : 0, 1))]);

        Assert.Equal(0.7 - (1.96 * 0.0229), interval.Low, 0.005);
        Assert.Equal(0.7 + (1.96 * 0.0229), interval.High, 0.005);
    }

    [Fact]
    public void Weighs_problems_by_their_trials()
    {
        // Half of the problems are solved, and they have nine of ten trials.
        var interval =
            ClusteredInterval.Of([.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? new ProblemTrials(9, 9) : new ProblemTrials(0, 1))]);

        Assert.InRange(0.9, interval.Low, interval.High);
        Assert.True(interval.Low > 0.8);
    }

    [Fact]
    public void A_mean_of_numbers_that_are_all_0_or_1_has_the_interval_of_an_accuracy()
    {
        double[] values = [.. Enumerable.Range(0, 70).Select(i => i % 5 == 0 ? 1.0 : 0)];

        var mean = ClusteredInterval.OfMean(values);

        var accuracy = ClusteredInterval.Of([.. values.Select(value => new ProblemTrials(value, 1))]);
        Assert.Equal(accuracy.Low, mean.Low, 9);
        Assert.Equal(accuracy.High, mean.High, 9);
    }

    [Fact]
    public void Numbers_that_vary_less_have_a_narrower_interval()
    {
        double[] values = [.. Enumerable.Range(0, 70).Select(i => i % 5 == 0 ? 1.0 : 0)];

        Assert.True(Width(ClusteredInterval.OfMean([.. values.Select(value => 0.4 + (value / 5))])) < Width(ClusteredInterval.OfMean(values)) / 2);
    }

    [Fact]
    public void Refuses_problems_without_trials()
    {
        Assert.Throws<ArgumentException>(() => ClusteredInterval.Of([]));
        Assert.Throws<ArgumentException>(() => ClusteredInterval.Of([new ProblemTrials(0, 0)]));
        Assert.Throws<ArgumentException>(() => ClusteredInterval.OfMean([]));
    }

    [Fact]
    public void Never_covers_less_than_93_percent_with_one_seed()
    {
        foreach (var problems in _counts)
        {
            ImmutableArray<ConfidenceInterval> intervals = [.. Enumerable.Range(0, problems + 1).Select(x => ProportionInterval.Of(x, problems))];
            foreach (var accuracy in Enumerable.Range(1, 99).Select(percent => percent / 100.0))
            {
                var covered = Enumerable.Range(0, problems + 1)
                    .Where(x => intervals[x].Low <= accuracy && accuracy <= intervals[x].High)
                    .Sum(x => MathNet.Numerics.Distributions.Binomial.PMF(accuracy, problems, x));

                Assert.True(covered >= 0.93, $"{covered:0.000} of {problems} problems at {accuracy}");
            }
        }
    }

    /// <summary>
    /// RECKON_COVERAGE_TIMES=4000 RECKON_COVERAGE_TABLE=FILE measures closely and writes the table of docs/statistics.md.
    /// </summary>
    [Fact]
    public void Covers_the_truth_as_often_as_it_says_clustered_or_not()
    {
        var times = int.Parse(Environment.GetEnvironmentVariable("RECKON_COVERAGE_TIMES") ?? "300", CultureInfo.InvariantCulture);
        var file = Environment.GetEnvironmentVariable("RECKON_COVERAGE_TABLE");
        ImmutableArray<int> counts = file is null ? [10, 60] : _counts;
        ImmutableArray<double> accuracies = file is null ? [0.05, 0.35, 0.9] : _accuracies;
        var slack = 4 * Math.Sqrt(0.93 * 0.07 / times);
        var table = new StringBuilder($"| trials of a problem | problems | {string.Join(" | ", _accuracies.Select(Text))} |\n|---|---:|{Dashes()}|\n");
        foreach (var world in CoverageWorld.All)
        {
            foreach (var problems in counts)
            {
                double[] covered = [.. accuracies.Select(accuracy => world.Coverage(problems, accuracy, times, ClusteredInterval.Of))];
                Assert.All(covered, share => Assert.True(share >= 0.93 - slack, $"{world}, {problems} problems: {string.Join(' ', covered)}"));
                table.Append(CultureInfo.InvariantCulture, $"| {world} | {problems} | {string.Join(" | ", covered.Select(share => Text(100 * share, "0.0")))} |\n");
            }
        }

        if (file is not null)
        {
            File.WriteAllText(file, table.ToString());
        }
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Dashes() => string.Join('|', _accuracies.Select(_ => "---:"));

    private static double Width(ConfidenceInterval interval) => interval.High - interval.Low;

    private static ImmutableArray<ProblemTrials> Same(int problems, int correct, int trials) =>
        [.. Enumerable.Repeat(new ProblemTrials(correct, trials), problems)];
}
