using System.Collections.Immutable;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Strategies;

/// <summary>Beam search against a process reward model.</summary>
public sealed record BeamSpec : StrategySpec
{
    private const int MostRounds = 10_000;

    /// <summary>A beam search of <paramref name="n"/> beams.</summary>
    /// <param name="n">The paper's N; at least <paramref name="width"/>.</param>
    /// <param name="width">The paper's M, at least 1.</param>
    /// <param name="maxRounds">Rounds after which the search ends, at least 1.</param>
    public BeamSpec(int n, int width, int maxRounds = BeamSearch.DefaultMaxRounds) => (N, BeamWidth, MaxRounds) = (n, width, maxRounds);

    /// <summary>The kind of all beam specs.</summary>
    public static StrategyKind Shared { get; } = new(
        "beam",
        "beam",
        [StrategyParameter.N, new("width", 1, StrategyParameter.N.Max), new("maxRounds", 1, MostRounds, BeamSearch.DefaultMaxRounds)],
        values => new BeamSpec(values[0], values[1], values[2]),
        values => values[0] >= values[1] ? null : new StrategyConflict(
            $"a beam search of n = {values[0]} cannot have width {values[1]}: it keeps n / width prefixes, which is none",
            $"Lower width to {values[0]} or less, or raise n to {values[1]} or more"));

    /// <inheritdoc/>
    public override StrategyKind Kind => Shared;

    /// <inheritdoc/>
    public override int N { get; }

    /// <inheritdoc/>
    public override int? Width => BeamWidth;

    /// <summary>The paper's M: children of each kept prefix.</summary>
    public int BeamWidth { get; }

    /// <summary>Rounds after which the search ends.</summary>
    public int MaxRounds { get; }

    /// <inheritdoc/>
    public override ImmutableArray<int> Values => [N, BeamWidth, MaxRounds];

    /// <inheritdoc/>
    public override ISearchStrategy Build(Aggregation ranking) => new BeamSearch(N, BeamWidth, MaxRounds, ranking);
}
