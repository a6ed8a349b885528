using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Search.Tests.Strategies;

/// <summary>Makes strategies as a sweep does: from their definitions.</summary>
internal static class Built
{
    public static ISearchStrategy Of(StrategyDefinition definition, int n, params (string Name, ParameterValue Value)[] others) =>
        definition.Create(new StrategyContext(Values(definition, n, others), Aggregation.Last, RandomKey.Root(7, "built").Chance));

    public static string? ConflictOf(StrategyDefinition definition, int n, params (string Name, ParameterValue Value)[] others) =>
        definition.Conflict(Values(definition, n, others))?.Message;

    private static ParameterValues Values(StrategyDefinition definition, int n, (string Name, ParameterValue Value)[] others) =>
        definition.Bind(others.Select(other => KeyValuePair.Create(other.Name, other.Value)).Prepend(KeyValuePair.Create("n", (ParameterValue)n)));
}
