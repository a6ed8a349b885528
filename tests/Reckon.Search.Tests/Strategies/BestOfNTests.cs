using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class BestOfNTests
{
    private readonly SimulatedSearch _search = new();

    [Theory, InlineData(0), InlineData(-1)]
    public void Takes_at_least_one_sample(int samples)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BestOfN(samples));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BestOfN(1) with { Samples = samples });
    }

    [Fact]
    public async Task Four_samples_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await _search.RunAsync(new BestOfN(4))).Tree));

    [Fact]
    public async Task Draws_all_samples_in_one_round()
    {
        var tree = (await _search.RunAsync(new BestOfN(16))).Tree;

        Assert.Equal((1, 16, 16), (tree.Rounds, tree.Nodes.Length, tree.Generations));
    }

    [Fact]
    public void Generations_are_its_samples() => Assert.Equal(5, new BestOfN(5).Generations);
}
