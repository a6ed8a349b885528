using System.Text.Json.Serialization;
using Reckon.Grading.Grades;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Outcomes;

/// <summary>The answer that was chosen in one trial in one way, graded.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Answer">The chosen answer, as its solution writes it; null when no solution gave one.</param>
/// <param name="Correct">Whether it equals the reference: of tied answers, the one that was given first.</param>
/// <param name="Status">Why it counts as correct or not.</param>
/// <param name="Score">Aggregated score of the chosen solution, in [0, 1]; null when there is no answer.</param>
/// <param name="Aggregation">The aggregation by whose scores it was chosen; null as in <see cref="Selector"/>.</param>
/// <param name="Share">The share of the tied answers that are right, in [0, 1]; 0 without one. Null where the first of them counts.</param>
public sealed record SelectionOutcome(
    SelectionRule Rule,
    string? Answer,
    bool Correct,
    GradeStatus Status,
    double? Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Aggregation? Aggregation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Share = null)
{
    /// <summary>How it was chosen.</summary>
    public Selector Selector => new(Rule, Aggregation);

    /// <summary>What it adds to the number of correct trials, in [0, 1].</summary>
    public double Credit => Share ?? (Correct ? 1 : 0);
}
