using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Trees;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Documents;

/// <summary>A trial's tree as a line: nodes and candidates are many, so each is a short list of numbers.</summary>
/// <param name="Run">The strategy with its parameters.</param>
/// <param name="Seed">The seed.</param>
/// <param name="End">Why the search ended.</param>
/// <param name="Rounds">Rounds that were run.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Nodes">For each node: last step, number of steps, round, last round after which it was kept.</param>
/// <param name="Candidates">For each candidate: node, answer, rule, group.</param>
/// <param name="Scores">For each candidate its score.</param>
/// <param name="Choices">The candidate that was chosen in each way; −1 for none.</param>
/// <param name="OtherScores">For each further aggregation of the sweep, the candidates' scores; left out where there is none.</param>
/// <param name="Shares">For each way of choosing, the share of tied answers that are right; left out where the first counts.</param>
/// <param name="Chains">
/// For each answer of a chain: chain, answer that it revises, candidate; left out where candidates stand for themselves.
/// </param>
/// <param name="Policy">What a policy chose for the trial; left out where none did.</param>
internal sealed record TrialLine(
    string Run,
    long Seed,
    SearchEnd End,
    int Rounds,
    Cost Cost,
    ImmutableArray<ImmutableArray<int>> Nodes,
    ImmutableArray<ImmutableArray<int>> Candidates,
    ImmutableArray<double> Scores,
    ImmutableArray<int> Choices,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ImmutableArray<double>>? OtherScores = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<double>? Shares = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ImmutableArray<int>>? Chains = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PolicyChoice? Policy = null)
{
    private const int Columns = 4;
    private const int ChainColumns = 3;

    public static TrialLine Of(TrialTree tree) => new(
        tree.Run,
        tree.Seed,
        tree.End,
        tree.Rounds,
        tree.Cost,
        [.. tree.Nodes.Select(node => ImmutableArray.Create(node.Step, node.Steps, node.Round, node.KeptUntil))],
        [.. tree.Candidates.Select(candidate => ImmutableArray.Create(candidate.Node, candidate.Answer, candidate.Rule, candidate.Group))],
        [.. tree.Candidates.Select(candidate => candidate.Score)],
        tree.Choices,
        tree.OtherScores,
        tree.Shares,
        tree.Chains.IsEmpty ? null : [.. tree.Chains.Select(answer => ImmutableArray.Create(answer.Chain, answer.Revises, answer.Solution))],
        tree.Policy);

    public TrialTree ToTree()
    {
        if (Nodes.Concat(Candidates).Any(row => row.Length != Columns) || Scores.Length != Candidates.Length
            || OtherScores?.All(scores => scores.Length == Candidates.Length) == false
            || Chains?.All(row => row.Length == ChainColumns) == false
            || (Shares is { } shares && shares.Length != Choices.Length))
        {
            throw new JsonException($"A row of the trial {Run} has too many numbers, or too few.");
        }

        return new TrialTree(
            Run,
            Seed,
            End,
            Rounds,
            Cost,
            [.. Nodes.Select(row => new TreeNode(row[0], row[1], row[2], row[3]))],
            [.. Candidates.Zip(Scores, (row, score) => new TreeCandidate(row[0], row[1], row[2], row[3], score))],
            Choices)
        {
            OtherScores = OtherScores,
            Shares = Shares,
            Policy = Policy,
            Chains = [.. (Chains ?? []).Select(row => new ChainAnswer(row[0], row[1], row[2]))],
        };
    }
}
