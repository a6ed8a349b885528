using Reckon.Evaluation.Outcomes;

namespace Reckon.Evaluation.Reports;

/// <summary>Holds outcomes for the same if they are of one trial.</summary>
internal sealed class SameTrial : IEqualityComparer<TrialOutcome>
{
    /// <inheritdoc/>
    public bool Equals(TrialOutcome? left, TrialOutcome? right) =>
        left?.ProblemId == right?.ProblemId && left?.Run == right?.Run && left?.Seed == right?.Seed;

    /// <inheritdoc/>
    public int GetHashCode(TrialOutcome outcome) => HashCode.Combine(outcome.ProblemId, outcome.Run, outcome.Seed);
}
