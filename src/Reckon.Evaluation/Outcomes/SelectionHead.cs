using Reckon.Grading.Grades;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Outcomes;

/// <summary>What lists of trials need of a <see cref="SelectionOutcome"/>.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Correct">Whether the chosen answer equals the reference.</param>
/// <param name="Status">Why it counts as correct or not.</param>
/// <param name="Aggregation">The aggregation by whose scores it was chosen; null as in <see cref="Selector"/>.</param>
public readonly record struct SelectionHead(SelectionRule Rule, bool Correct, GradeStatus Status, Aggregation? Aggregation = null)
{
    /// <summary>How it was chosen.</summary>
    public Selector Selector => new(Rule, Aggregation);
}
