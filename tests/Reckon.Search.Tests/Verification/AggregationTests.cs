using System.Collections.Immutable;
using CsCheck;
using Reckon.Search.Verification;

namespace Reckon.Search.Tests.Verification;

public sealed class AggregationTests
{
    private static readonly Gen<ImmutableArray<double>> _scores = Gen.Double[0, 1].Array[1, 12].Select(scores => scores.ToImmutableArray());

    public static TheoryData<Aggregation, double[], double> Table => new()
    {
        { Aggregation.Last, [0.5, 0.25, 0.75], 0.75 },
        { Aggregation.Min, [0.5, 0.25, 0.75], 0.25 },
        { Aggregation.Product, [0.5, 0.25, 0.75], 0.09375 },
        { Aggregation.Mean, [0.5, 0.25, 0.75], 0.5 },
        { Aggregation.Max, [0.5, 0.25, 0.75], 0.75 },
        { Aggregation.Last, [1, 0], 0 },
        { Aggregation.Min, [1, 0], 0 },
        { Aggregation.Product, [1, 0], 0 },
        { Aggregation.Mean, [1, 0], 0.5 },
        { Aggregation.Max, [1, 0], 1 },
        { Aggregation.Last, [], 0 },
        { Aggregation.Min, [], 0 },
        { Aggregation.Product, [], 0 },
        { Aggregation.Mean, [], 0 },
        { Aggregation.Max, [], 0 },
    };

    [Theory, MemberData(nameof(Table))]
    public void Many_scores_become_one(Aggregation aggregation, double[] scores, double expected) =>
        Assert.Equal(expected, aggregation.Of([.. scores]));

    [Fact]
    public void One_score_is_its_own_aggregate() => Gen.Select(Gen.Enum<Aggregation>(), Gen.Double[0, 1])
        .Sample((aggregation, score) => Assert.Equal(score, aggregation.Of([score])));

    [Fact]
    public void An_aggregate_lies_between_0_and_the_highest_score() => Gen.Select(Gen.Enum<Aggregation>(), _scores)
        .Sample((aggregation, scores) => Assert.InRange(aggregation.Of(scores), 0, scores.Max() + 1e-12));

    [Fact]
    public void The_product_is_at_most_the_smallest_and_that_at_most_the_mean() => _scores.Sample(scores =>
    {
        Assert.True(Aggregation.Product.Of(scores) <= Aggregation.Min.Of(scores));
        Assert.True(Aggregation.Min.Of(scores) <= Aggregation.Mean.Of(scores) + 1e-12);
    });

    [Fact]
    public void An_unknown_aggregation_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Aggregation)99).Of([0.5]));
}
