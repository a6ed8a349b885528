using Reckon.SamplePlugin;
using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class ThresholdBeamTests
{
    private static readonly SearchTree _first = SearchTree.Empty.Add(
        [new Expansion(SearchTree.Root, 5, Extent.Step)],
        [[Some.Child(0, 0.4), Some.Child(1, 0.9), Some.Child(2, 0.5), Some.Child(3, 0.8), Some.Child(4, 1, Ending.Finished)]]);

    [Theory]
    [InlineData(0.0, new[] { 2, 4, 3 })]
    [InlineData(0.5, new[] { 2, 4, 3 })]
    [InlineData(0.6, new[] { 2, 4 })]
    [InlineData(1.0, new[] { 2 })]
    public void Continues_what_scores_nearly_as_well_as_the_best(double threshold, int[] nodes) =>
        Assert.Equal(nodes, Plan(0, ("n", 6), ("kept", 3), ("threshold", threshold)).Select(expansion => expansion.Node));

    [Fact]
    public void Shares_the_children_among_as_many_as_may_be_kept() =>
        Assert.All(Plan(0, ("n", 7), ("kept", 3), ("threshold", 1.0)), expansion => Assert.Equal(2, expansion.Count));

    [Fact]
    public void A_random_pick_hangs_on_its_key_alone()
    {
        var picks = Enumerable.Range(0, 40).Select(seed => string.Join(' ', Picked(seed))).ToList();

        Assert.Equal(picks, Enumerable.Range(0, 40).Select(seed => string.Join(' ', Picked(seed))));
        Assert.True(picks.Distinct().Count() > 4, string.Join(", ", picks.Distinct()));
    }

    private static IEnumerable<int> Picked(long seed) =>
        Plan(seed, ("n", 4), ("kept", 2), ("threshold", 0.0), ("pick", "random")).Select(expansion => expansion.Node);

    private static IReadOnlyList<Expansion> Plan(long seed, params (string Name, ParameterValue Value)[] values) => ThresholdBeam.Definition
        .Create(new StrategyContext(
            ThresholdBeam.Definition.Bind(values.Select(value => KeyValuePair.Create(value.Name, value.Value))),
            Aggregation.Last,
            RandomKey.Root(seed, "p").Chance,
            new AnswersByText()))
        .Plan(_first);
}
