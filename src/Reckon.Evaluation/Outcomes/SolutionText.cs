using System.Collections.Immutable;

namespace Reckon.Evaluation.Outcomes;

/// <summary>A finished solution, as grading sees it.</summary>
/// <param name="Text">The texts of its steps, joined by newlines.</param>
/// <param name="Scores">The verifier's score of each step, in [0, 1]; 0 for a step that was not judged.</param>
/// <param name="IsKept">Whether the strategy still kept it when the search ended.</param>
public sealed record SolutionText(string Text, ImmutableArray<double> Scores, bool IsKept);
