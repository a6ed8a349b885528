using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class ParticleFilteringTests
{
    [Fact]
    public async Task Eight_particles_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch().RunAsync(Particles(8))).Tree));

    [Fact]
    public void Starts_with_a_first_step_for_each_particle() =>
        Assert.Equal([new Expansion(SearchTree.Root, 5, Extent.Step)], Particles(5).Plan(SearchTree.Empty));

    [Fact]
    public void A_finished_particle_keeps_its_place_and_that_of_a_truncated_one_is_filled()
    {
        var first = Some.First(
            Some.Child(0, 1, Ending.Finished), Some.Child(1, 0.7), Some.Child(2, 0, Ending.Truncated), Some.Child(3, 0.1, Ending.Finished));

        Assert.Equal([new Expansion(2, 2, Extent.Step)], Particles(4).Plan(first));
        Assert.Equal([1, 4, 2], Particles(4).KeptAfter(first, 1).Select(node => node.Id));
    }

    [Theory]
    [InlineData(0.0, 1.0, 0)]
    [InlineData(0.0, 0.0, 200)]
    [InlineData(1.0, 1.0, 200)]
    [InlineData(0.2, 0.5, 80)] // Odds of 1 to 4 and 1 to 1.
    public void Draws_each_prefix_as_often_as_the_odds_of_its_score_say(double first, double second, int expected)
    {
        var drawn = Particles(400).Plan(Some.First(Some.Child(0, first), Some.Child(1, second)));

        Assert.Equal(400, drawn.Sum(expansion => expansion.Count));
        Assert.InRange(drawn.Where(expansion => expansion.Node == 1).Sum(expansion => expansion.Count), expected - 30, expected + 30);
    }

    // Odds to the power of 1 / temperature: 1/16 and 1.
    [Fact]
    public void A_low_temperature_draws_the_best_more_often() => Assert.InRange(
        Particles(400, ("temperature", 0.5)).Plan(Some.First(Some.Child(0, 0.2), Some.Child(1, 0.5)))[0].Count, 10, 40);

    [Fact]
    public void What_is_drawn_hangs_on_the_key_and_the_round_alone()
    {
        var first = Some.First([.. Enumerable.Range(0, 16).Select(i => Some.Child(i))]);
        var second = first.Add([new Expansion(1, 16, Extent.Step)], [[.. Enumerable.Range(0, 16).Select(i => Some.Child(i))]]);

        Assert.Equal(Draws(7, first), Draws(7, first));
        Assert.NotEqual(Draws(7, first), Draws(8, first));
        Assert.NotEqual(Draws(7, first), Draws(7, second).Select(id => id - 16));
    }

    [Fact]
    public async Task Each_round_moves_exactly_the_particles_that_are_not_finished()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var search = new SimulatedSearch { FinishChances = [0.1], TruncationChance = 0.1 };
            var tree = (await search.RunAsync(Particles(12), seed: seed)).Tree;

            Assert.All(Enumerable.Range(2, tree.Rounds - 1), round => Assert.Equal(
                12 - tree.Solutions.Count(node => node.Round < round), tree.NodesOfRound(round).Count()));
        }
    }

    [Fact]
    public async Task One_particle_is_a_single_sample()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var particle = (await new SimulatedSearch().RunAsync(Particles(1), seed: seed)).Tree;
            var sample = (await new SimulatedSearch().RunAsync(new BestOfN(1), seed: seed)).Tree;

            Assert.Equal(sample.StepsTo(1), particle.StepsTo(particle.Nodes.Length));
        }
    }

    private static IEnumerable<int> Draws(long seed, SearchTree tree) => ParticleFiltering.Definition
        .Create(new StrategyContext(
            ParticleFiltering.Definition.Bind([new("n", 16)]), Aggregation.Last, RandomKey.Root(seed, "p").Chance, new AnswersByText()))
        .Plan(tree)
        .SelectMany(drawn => Enumerable.Repeat(drawn.Node, drawn.Count));

    private static ISearchStrategy Particles(int n, params (string Name, ParameterValue Value)[] others) =>
        Some.Strategy(ParticleFiltering.Definition, n, others);
}
