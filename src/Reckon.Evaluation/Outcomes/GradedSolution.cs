using System.Collections.Immutable;
using Reckon.Grading;
using Reckon.Grading.Grades;

namespace Reckon.Evaluation.Outcomes;

/// <summary>A solution with its answer, graded.</summary>
/// <param name="Answer">What was found in it.</param>
/// <param name="Group">The key that equal answers share; null where it has no answer, or may not vote.</param>
/// <param name="Score">Its steps' scores as one, in [0, 1], under the sweep's first aggregation.</param>
/// <param name="Grade">How its answer compares with the reference.</param>
public sealed record GradedSolution(ExtractedAnswer Answer, string? Group, double Score, Grade Grade)
{
    /// <summary>The same under the sweep's further aggregations, in their order.</summary>
    public ImmutableArray<double> OtherScores { get; init; } = [];

    /// <summary>The chain that it belongs to, from 0; null where it stands for itself.</summary>
    public int? Chain { get; init; }

    /// <summary>The same under the aggregation at <paramref name="place"/> in the sweep, from 0.</summary>
    public double ScoreUnder(int place) => place == 0 ? Score : OtherScores[place - 1];
}
