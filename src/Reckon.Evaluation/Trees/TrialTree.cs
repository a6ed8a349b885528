using System.Collections.Immutable;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Evaluation.Trees;

/// <summary>What one trial drew, round by round, and how its answers were chosen.</summary>
/// <param name="Run">The strategy with its parameters: with problem and seed, the trial's identity.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="End">Why the search ended.</param>
/// <param name="Rounds">Rounds that were run.</param>
/// <param name="Cost">What it cost, nominally.</param>
/// <param name="Nodes">Its continuations, in the order of rounds, and within a round of the plan.</param>
/// <param name="Candidates">Its solutions, in the order of nodes.</param>
/// <param name="Choices">
/// For each selection rule of the sweep, in its order, the place of the candidate that it chose; −1 for none.
/// </param>
public sealed record TrialTree(
    string Run,
    long Seed,
    SearchEnd End,
    int Rounds,
    Cost Cost,
    ImmutableArray<TreeNode> Nodes,
    ImmutableArray<TreeCandidate> Candidates,
    ImmutableArray<int> Choices);
