using System.Collections.Immutable;
using Reckon.Search.Running;

namespace Reckon.Evaluation.Outcomes;

/// <summary>What lists of trials need of a <see cref="TrialOutcome"/>.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Subject">The problem's subject; empty where it has none.</param>
/// <param name="Level">The problem's level; 0 where it has none.</param>
/// <param name="Run">The strategy's label.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="End">Why the search ended.</param>
/// <param name="Solutions">Finished solutions.</param>
/// <param name="Selections">One for each way of choosing of the sweep, in its order.</param>
public sealed record OutcomeHead(
    string ProblemId, string Subject, int Level, string Run, long Seed, SearchEnd End, int Solutions, ImmutableArray<SelectionHead> Selections)
{
    /// <summary>That of <paramref name="outcome"/>.</summary>
    public static OutcomeHead Of(TrialOutcome outcome) => new(
        outcome.ProblemId, outcome.Subject, outcome.Level, outcome.Run, outcome.Seed, outcome.End, outcome.Solutions,
        [.. outcome.Selections.Select(selection => new SelectionHead(selection.Rule, selection.Correct, selection.Status, selection.Aggregation))]);
}
