using System.Collections.Immutable;

namespace Reckon.Evaluation.Strategies;

/// <summary>What the specs of one strategy share, and how one is made.</summary>
/// <param name="Key">Its key in a sweep file, such as <c>bestOfN</c>.</param>
/// <param name="Name">Its name in results, such as <c>best-of-n</c>.</param>
/// <param name="Parameters">What it takes, <see cref="StrategyParameter.N"/> first.</param>
/// <param name="Create">Makes a spec of values in range, in the order of <paramref name="Parameters"/>.</param>
/// <param name="Conflict">Says what is wrong with values that are in range one by one but do not go together; null when nothing is.</param>
public sealed record StrategyKind(
    string Key,
    string Name,
    ImmutableArray<StrategyParameter> Parameters,
    Func<ImmutableArray<int>, StrategySpec> Create,
    Func<ImmutableArray<int>, StrategyConflict?> Conflict);
