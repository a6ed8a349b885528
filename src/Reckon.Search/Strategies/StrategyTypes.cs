using System.Reflection;

namespace Reckon.Search.Strategies;

/// <summary>Finds strategies in an assembly.</summary>
public static class StrategyTypes
{
    private static readonly MethodInfo _read = typeof(StrategyTypes).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The public strategies of <paramref name="assembly"/>, by name.</summary>
    /// <exception cref="TypeLoadException">The assembly was built against another version of this one.</exception>
    /// <exception cref="IOException">The assembly needs another that cannot be found or loaded.</exception>
    public static IReadOnlyList<Type> In(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false })
            .Where(type => type.IsAssignableTo(typeof(IDefinedStrategy)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>What <paramref name="strategy"/>, one of <see cref="In"/>, says of itself.</summary>
    /// <exception cref="TargetInvocationException">It threw; the inner exception is its own.</exception>
    public static StrategyDefinition DefinitionOf(Type strategy) =>
        (StrategyDefinition)_read.MakeGenericMethod(strategy).Invoke(null, null)!;

    private static StrategyDefinition Read<T>() where T : IDefinedStrategy => T.Definition;
}
