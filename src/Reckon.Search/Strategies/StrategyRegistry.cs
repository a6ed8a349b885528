using System.Collections.Immutable;

namespace Reckon.Search.Strategies;

/// <summary>The known strategies, by their keys in sweep files and their names in results. Immutable.</summary>
public sealed class StrategyRegistry
{
    private StrategyRegistry(ImmutableArray<StrategyDefinition> all) => All = all;

    /// <summary>The strategies of this assembly.</summary>
    public static StrategyRegistry BuiltIn { get; } = StrategyTypes.In(typeof(StrategyRegistry).Assembly)
        .Select(StrategyTypes.DefinitionOf)
        .Aggregate(new StrategyRegistry([]), (registry, definition) => registry.With(definition));

    /// <summary>All definitions, in the order in which they were added.</summary>
    public ImmutableArray<StrategyDefinition> All { get; }

    /// <summary>The definition with <paramref name="key"/>; null when there is none.</summary>
    public StrategyDefinition? WithKey(string key) => All.FirstOrDefault(definition => definition.Key == key);

    /// <summary>The definition with <paramref name="name"/>; null when there is none.</summary>
    public StrategyDefinition? WithName(string name) => All.FirstOrDefault(definition => definition.Name == name);

    /// <summary>This registry and <paramref name="definition"/>.</summary>
    /// <exception cref="ArgumentException">It has <see cref="Faults"/>.</exception>
    public StrategyRegistry With(StrategyDefinition definition) => Faults(definition) is [var first, ..]
        ? throw new ArgumentException($"The strategy cannot be added: {first}.", nameof(definition))
        : new StrategyRegistry(All.Add(definition));

    /// <summary>What keeps <paramref name="definition"/> from being added, each without a full stop; empty when nothing does.</summary>
    public ImmutableArray<string> Faults(StrategyDefinition definition)
    {
        var faults = DefinitionCheck.Faults(definition).ToList();
        if (WithKey(definition.Key) is { } sameKey)
        {
            faults.Add($"the key '{definition.Key}' is that of the strategy {sameKey.Name}");
        }

        if (WithName(definition.Name) is not null)
        {
            faults.Add($"there is a strategy named '{definition.Name}'");
        }

        return [.. faults];
    }
}
