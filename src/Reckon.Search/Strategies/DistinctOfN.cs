using Reckon.Search.Drawing;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Best-of-N without replacement: draws <paramref name="samples"/> whole answers, none of which is the text of another. Answers keep
/// their probabilities relative to one another (Shi, Bieber, Sutton 2020, arXiv 2002.09067). The first is that of best-of-N.
/// </summary>
/// <param name="samples">The paper's N, at least 1.</param>
public sealed class DistinctOfN(int samples) : IDefinedStrategy
{
    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "distinct",
        Name = "distinct",
        Description = "Draws n whole answers without replacement: no text twice",
        NeedsScores = false,
        MayExclude = values => values.N > 1,
        Work = (values, _) => new ExpectedWork(values.N) { FromRoot = 1 },
        Create = context => new DistinctOfN(context.Values.N),
    };

    /// <inheritdoc/>
    public int Generations { get; } = StrategyDefinition.N.Checked(samples);

    /// <inheritdoc/>
    public IReadOnlyList<Expansion> Plan(SearchTree tree) => tree.Rounds switch
    {
        0 => [new Expansion(SearchTree.Root, 1, Extent.Answer)],
        1 when Generations > 1 => [new Expansion(SearchTree.Root, Generations - 1, Extent.Answer) { Draw = Draw.DistinctAnswers }],
        _ => [],
    };
}
