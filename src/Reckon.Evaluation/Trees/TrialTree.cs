using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Trees;

/// <summary>What one trial drew, round by round, and how its answers were chosen.</summary>
/// <param name="Run">The strategy with its parameters: with problem and seed, the trial's identity.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="End">Why the search ended.</param>
/// <param name="Rounds">Rounds that were run.</param>
/// <param name="Cost">What it cost, nominally.</param>
/// <param name="Nodes">Its continuations, in the order of rounds, and within a round of the plan.</param>
/// <param name="Candidates">Its solutions, in the order of nodes.</param>
/// <param name="Choices">For each way of choosing, in the sweep's order, the place of the chosen candidate; −1 for none.</param>
public sealed record TrialTree(
    string Run,
    long Seed,
    SearchEnd End,
    int Rounds,
    Cost Cost,
    ImmutableArray<TreeNode> Nodes,
    ImmutableArray<TreeCandidate> Candidates,
    ImmutableArray<int> Choices)
{
    /// <summary>The candidates' scores under each further aggregation of the sweep; null where there is none.</summary>
    public ImmutableArray<ImmutableArray<double>>? OtherScores { get; init; }

    /// <summary>The answers of its chains, whose solutions are the candidates; none where candidates stand for themselves.</summary>
    public ImmutableArray<ChainAnswer> Chains { get; init; } = [];

    /// <summary>What a policy chose for the trial; null where none did.</summary>
    public PolicyChoice? Policy { get; init; }

    /// <summary>For each way of choosing, the share of tied answers that are right, in [0, 1]; null where the first counts.</summary>
    public ImmutableArray<double>? Shares { get; init; }

    /// <summary>A candidate's score under the aggregation at <paramref name="place"/> in the sweep; places count from 0.</summary>
    public double ScoreUnder(int place, int candidate) =>
        place == 0 ? Candidates[candidate].Score : OtherScores!.Value[place - 1][candidate]; // There is a list for each.

    /// <summary>The same tree with what grading makes of it now, candidates aside.</summary>
    internal TrialTree With(GradedTrial graded) => this with
    {
        Choices = graded.Choices,
        OtherScores = OtherScoresOf(graded.Solutions),
        Shares = SharesOf(graded.Outcome.Selections),
    };

    private static ImmutableArray<double>? SharesOf(ImmutableArray<SelectionOutcome> selections) =>
        selections.Any(selection => selection.Share is not null) ? [.. selections.Select(selection => selection.Credit)] : null;

    private static ImmutableArray<ImmutableArray<double>>? OtherScoresOf(ImmutableArray<GradedSolution> solutions) =>
        solutions is [{ OtherScores: { IsEmpty: false } others }, ..]
            ? [.. others.Select((_, place) => solutions.Select(solution => solution.OtherScores[place]).ToImmutableArray())]
            : null;
}
