using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Tests.Strategies;

/// <summary>What definitions say of values that do not go together.</summary>
internal static class Conflicts
{
    public static string? Of(StrategyDefinition definition, int n, params (string Name, ParameterValue Value)[] others) => definition
        .Conflict(definition.Bind(others.Select(other => KeyValuePair.Create(other.Name, other.Value)).Prepend(KeyValuePair.Create("n", (ParameterValue)n))))?
        .Message;
}
