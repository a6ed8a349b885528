using System.Collections.Immutable;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Strategies;

/// <summary>Best-of-N: whole answers, drawn independently.</summary>
public sealed record BestOfNSpec : StrategySpec
{
    /// <summary>Best of <paramref name="n"/>, at least 1.</summary>
    public BestOfNSpec(int n) => N = n;

    /// <summary>The kind of all best-of-N specs.</summary>
    public static StrategyKind Shared { get; } = new(
        "bestOfN", "best-of-n", [StrategyParameter.N], values => new BestOfNSpec(values[0]), _ => null);

    /// <inheritdoc/>
    public override StrategyKind Kind => Shared;

    /// <inheritdoc/>
    public override int N { get; }

    /// <inheritdoc/>
    public override ImmutableArray<int> Values => [N];

    /// <inheritdoc/>
    public override ISearchStrategy Build(Aggregation ranking) => new BestOfN(N);
}
