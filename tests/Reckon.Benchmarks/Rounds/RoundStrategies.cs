using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Benchmarks.Rounds;

/// <summary>The strategies whose rounds may be asynchronous.</summary>
internal static class RoundStrategies
{
    /// <summary>Each with the name that tables give it, for <paramref name="n"/> generations.</summary>
    public static IEnumerable<(string Name, ISearchStrategy Strategy)> Of(int n) =>
    [
        ($"dvts n={n} width=4", Made(DiverseVerifierTreeSearch.Definition, n, Aggregation.Last, ("width", 4))),
        ($"rebase n={n} subtrees={n / 4}", Made(Rebase.Definition, n, Aggregation.Last, ("subtrees", n / 4))),
        ($"beam n={n} width=2, last", Made(BeamSearch.Definition, n, Aggregation.Last, ("width", 2))),
        ($"beam n={n} width=4, last", Made(BeamSearch.Definition, n, Aggregation.Last, ("width", 4))),
        ($"beam n={n} width=4, min", Made(BeamSearch.Definition, n, Aggregation.Min, ("width", 4))),
    ];

    private static ISearchStrategy Made(
        StrategyDefinition definition, int n, Aggregation ranking, (string Name, ParameterValue Value) other) =>
        definition.Create(new StrategyContext(
            definition.Bind([new(StrategyDefinition.N.Name, n), new(other.Name, other.Value)]), ranking, RandomKey.Root(0, "b"),
            new AnswersByText()));
}
