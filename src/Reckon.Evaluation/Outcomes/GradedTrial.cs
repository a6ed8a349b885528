using System.Collections.Immutable;

namespace Reckon.Evaluation.Outcomes;

/// <summary>A trial, graded: its outcome, and what led to it.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Solutions">Every solution, graded, in the order in which they were drawn.</param>
/// <param name="Choices">For each way of choosing, in the sweep's order, the place of the chosen solution; −1 for none.</param>
public sealed record GradedTrial(TrialOutcome Outcome, ImmutableArray<GradedSolution> Solutions, ImmutableArray<int> Choices);
