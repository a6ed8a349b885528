using System.Collections.Immutable;

namespace Reckon.Evaluation.Strategies;

/// <summary>The strategies that there are.</summary>
public static class StrategyKinds
{
    /// <summary>All kinds. A new strategy is one more line here.</summary>
    public static ImmutableArray<StrategyKind> All { get; } =
    [
        BestOfNSpec.Shared,
        BeamSpec.Shared,
    ];

    /// <summary>The kind with <paramref name="key"/>, null when there is none.</summary>
    public static StrategyKind? WithKey(string key) => All.FirstOrDefault(kind => kind.Key == key);

    /// <summary>The kind with <paramref name="name"/>, null when there is none.</summary>
    public static StrategyKind? WithName(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
