using System.Collections.Immutable;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Outcomes;

/// <summary>A finished solution, as grading sees it.</summary>
/// <param name="Text">The texts of its steps, joined by newlines.</param>
/// <param name="Scores">The verifier's score of each step, in [0, 1]; 0 for a step that was not judged.</param>
/// <param name="IsKept">Whether the strategy still kept it when the search ended.</param>
public sealed record SolutionText(string Text, ImmutableArray<double> Scores, bool IsKept)
{
    /// <summary>The chain that it belongs to, from 0; null where it stands for itself. See <see cref="ISearchStrategy.ChainOf"/>.</summary>
    public int? Chain { get; init; }
}
