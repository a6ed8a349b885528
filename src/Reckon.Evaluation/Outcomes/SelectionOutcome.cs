using System.Text.Json.Serialization;
using Reckon.Grading.Grades;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Outcomes;

/// <summary>The answer that was chosen in one trial in one way, graded.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Answer">The chosen answer, as its solution writes it; null when no solution gave one.</param>
/// <param name="Correct">Whether it equals the reference.</param>
/// <param name="Status">How the verdict came about.</param>
/// <param name="Score">Aggregated score of the solution that stands for the answer, in [0, 1]; null when there is no answer.</param>
/// <param name="Aggregation">The aggregation by whose scores it was chosen; null as in <see cref="Selector"/>.</param>
public sealed record SelectionOutcome(
    SelectionRule Rule,
    string? Answer,
    bool Correct,
    GradeStatus Status,
    double? Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Aggregation? Aggregation = null)
{
    /// <summary>How it was chosen.</summary>
    public Selector Selector => new(Rule, Aggregation);
}
