using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

/// <summary>Strategies that find at most n answers, whatever is drawn. Those that drop finished prefixes may find more.</summary>
public sealed class CandidateCountTests
{
    private static readonly SimulatedSearch[] _searches =
    [
        new(),
        new() { FinishChances = [0.4] },
        new() { FinishChances = [0.05, 0.9], ScoreParts = 1 },
        new() { FinishChances = [0.2], TruncationChance = 0.3, ScoreParts = 3 },
    ];

    public static TheoryData<string, ISearchStrategy> Strategies => new()
    {
        { "best-of-n", new BestOfN(9) },
        { "early-stopping", Some.Strategy(EarlyStopping.Definition, 9, ("window", 2)) },
        { "rebase", Some.Strategy(Rebase.Definition, 9) },
        { "particles", Some.Strategy(ParticleFiltering.Definition, 9) },
        { "mcts", Some.Strategy(MonteCarloTreeSearch.Definition, 9, ("width", 4), ("leaves", 2)) },
    };

    [Theory, MemberData(nameof(Strategies))]
    public async Task Finds_at_most_n_answers(string name, ISearchStrategy strategy)
    {
        foreach (var search in _searches)
        {
            for (var seed = 0; seed < 50; seed++)
            {
                var tree = (await search.RunAsync(strategy, seed: seed)).Tree;

                Assert.True(tree.Solutions.Count() <= 9, $"{name} found {tree.Solutions.Count()} answers with seed {seed}.");
            }
        }
    }
}
