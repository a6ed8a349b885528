using System.Collections.Immutable;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class ClusteredSumsTests
{
    [Theory, InlineData(1, 0.5), InlineData(4, 0.7), InlineData(8, 0.9)]
    public void Is_the_interval_of_the_problems_themselves(int seeds, double easiness)
    {
        var random = new Random(3);
        ImmutableArray<ProblemTrials> problems =
        [
            .. Enumerable.Range(0, 400).Select(_ => (IsEasy: random.NextDouble() < easiness, Trials: random.Next(1, seeds + 1)))
                .Select(problem => new ProblemTrials(
                    Enumerable.Range(0, problem.Trials).Count(_ => random.NextDouble() < (problem.IsEasy ? 0.9 : 0.1)), problem.Trials)),
        ];

        var (quick, exact) = (Of(problems), ClusteredInterval.Of(problems));

        Assert.Equal(exact.Low, quick.Low, 1e-9);
        Assert.Equal(exact.High, quick.High, 1e-9);
    }

    [Fact]
    public void Has_a_width_even_where_all_is_right()
    {
        var few = Of([.. Enumerable.Repeat(new ProblemTrials(10, 10), 4)]);
        var many = Of([.. Enumerable.Repeat(new ProblemTrials(10, 10), 400)]);

        Assert.Equal(1, few.High);
        Assert.InRange(few.Low, 0.4, 0.6); // Four problems say little, however many seeds they have.
        Assert.InRange(many.Low, 0.98, 1);
    }

    [Fact]
    public void Holds_the_accuracy_and_stays_between_0_and_1()
    {
        var random = new Random(4);
        for (var round = 0; round < 2_000; round++)
        {
            ImmutableArray<ProblemTrials> problems = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Some(random))];
            var interval = Of(problems);
            var accuracy = problems.Sum(problem => problem.Correct) / problems.Sum(problem => problem.Trials);

            Assert.InRange(accuracy, interval.Low - 1e-12, interval.High + 1e-12);
            Assert.True(interval is { Low: >= 0, High: <= 1 }, $"{interval}");
        }
    }

    private static ProblemTrials Some(Random random)
    {
        var trials = random.Next(1, 6);
        return new ProblemTrials(random.Next(0, trials + 1), trials);
    }

    private static ConfidenceInterval Of(ImmutableArray<ProblemTrials> problems) => ClusteredInterval.OfSums(
        problems.Length, problems.Sum(problem => (long)problem.Trials), (long)problems.Sum(problem => problem.Correct),
        (long)problems.Sum(problem => problem.Correct * problem.Correct), (long)problems.Sum(problem => problem.Correct * problem.Trials),
        problems.Sum(problem => (long)problem.Trials * problem.Trials));
}
