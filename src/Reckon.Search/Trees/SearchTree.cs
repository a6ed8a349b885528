using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Reckon.Search.Trees;

/// <summary>
/// Everything that a search has drawn: an immutable value, and the only state of a search. Nodes are in the order of
/// rounds, and within a round in the order in which the plan asked for them.
/// </summary>
public sealed class SearchTree
{
    /// <summary>The id of the empty prefix.</summary>
    public const int Root = 0;

    private readonly ImmutableArray<int> _stepsAtDepth;
    private readonly ImmutableArray<int> _roundEnds; // Nodes after each round.
    private readonly ImmutableArray<int> _childCounts; // By id; the root's first.

    private SearchTree(ImmutableArray<Node> nodes, ImmutableArray<int> roundEnds,
        ImmutableArray<int> childCounts, ImmutableArray<int> stepsAtDepth) =>
        (Nodes, _roundEnds, _childCounts, _stepsAtDepth) = (nodes, roundEnds, childCounts, stepsAtDepth);

    /// <summary>The tree before the first round.</summary>
    public static SearchTree Empty { get; } = new([], [], [0], []);

    /// <summary>All nodes, by id from 1.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>Rounds that have been added.</summary>
    public int Rounds => _roundEnds.Length;

    /// <summary>Whether nothing has been drawn yet.</summary>
    public bool IsEmpty => Nodes.IsEmpty;

    /// <summary>Finished paths, in the order in which they were drawn.</summary>
    public IEnumerable<Node> Solutions => Nodes.Where(node => node.IsSolution);

    /// <summary>The paper's N so far: the largest number of steps drawn at any one depth.</summary>
    public int Generations => _stepsAtDepth.IsEmpty ? 0 : _stepsAtDepth.Max();

    /// <summary>The node with <paramref name="id"/>, from 1.</summary>
    public Node this[int id] => Nodes[id - 1];

    /// <summary>Children that <paramref name="node"/> has.</summary>
    public int ChildCount(int node) => _childCounts[node];

    /// <summary>Depth of <paramref name="node"/> in steps; 0 for the root.</summary>
    public int DepthOf(int node) => node == Root ? 0 : this[node].Depth;

    /// <summary>Path of <paramref name="node"/>; empty for the root.</summary>
    public ImmutableArray<int> PathOf(int node) => node == Root ? [] : this[node].Path;

    /// <summary>The steps from the root to the end of <paramref name="node"/>.</summary>
    public ImmutableArray<Step> StepsTo(int node) => [.. Lineage(node).SelectMany(ancestor => ancestor.Proposal.Steps)];

    /// <summary>The scores of the steps from the root to the end of <paramref name="node"/>; 0 for a step that was not judged.</summary>
    public ImmutableArray<double> ScoresTo(int node) =>
        [.. Lineage(node).SelectMany(ancestor => ancestor.Verdict?.Scores ?? [.. ancestor.Proposal.Steps.Select(_ => 0.0)])];

    /// <summary>The nodes of one round, from 1; none for a round that has not run.</summary>
    public IEnumerable<Node> NodesOfRound(int round)
    {
        if (round < 1 || round > Rounds)
        {
            yield break;
        }

        for (var index = round == 1 ? 0 : _roundEnds[round - 2]; index < _roundEnds[round - 1]; index++)
        {
            yield return Nodes[index];
        }
    }

    /// <summary>Generations after a round of <paramref name="expansions"/>, at most: an answer may reach any depth.</summary>
    public int GenerationsAfter(IReadOnlyList<Expansion> expansions)
    {
        var deepest = Math.Max(_stepsAtDepth.Length, expansions.Max(expansion => DepthOf(expansion.Node) + 1));
        var steps = new int[deepest];
        _stepsAtDepth.CopyTo(steps);
        foreach (var expansion in expansions)
        {
            var first = DepthOf(expansion.Node);
            var last = expansion.Extent == Extent.Answer ? deepest - 1 : first;
            for (var depth = first; depth <= last; depth++)
            {
                steps[depth] += expansion.Count;
            }
        }

        return steps.Max();
    }

    /// <summary>The tree with one more round: <paramref name="branches"/> holds, for each expansion, what it drew.</summary>
    /// <exception cref="ArgumentException">The answers do not match what was asked for.</exception>
    public SearchTree Add(IReadOnlyList<Expansion> expansions, IReadOnlyList<ImmutableArray<Branch>> branches)
    {
        if (expansions.Count == 0 || expansions.Count != branches.Count)
        {
            throw new ArgumentException($"A round of {expansions.Count} expansions was answered {branches.Count} times.", nameof(branches));
        }

        // A second expansion of one node would draw the same children again, and count them twice.
        if (expansions.DistinctBy(expansion => expansion.Node).Count() < expansions.Count)
        {
            throw new ArgumentException("A round expands a node at most once.", nameof(expansions));
        }

        var nodes = Nodes.ToBuilder();
        var steps = _stepsAtDepth.ToList();
        for (var i = 0; i < expansions.Count; i++)
        {
            AddExpansion(nodes, steps, expansions[i], branches[i]);
        }

        var count = nodes.Count;
        return new SearchTree(nodes.DrainToImmutable(), [.. _roundEnds, count], ChildCounts(expansions, count), [.. steps]);
    }

    private ImmutableArray<int> ChildCounts(IReadOnlyList<Expansion> expansions, int nodes)
    {
        var counts = new int[nodes + 1];
        _childCounts.CopyTo(counts);
        foreach (var expansion in expansions)
        {
            counts[expansion.Node] += expansion.Count;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    private void AddExpansion(
        ImmutableArray<Node>.Builder nodes, List<int> stepsAtDepth, Expansion expansion, ImmutableArray<Branch> branches)
    {
        Check(expansion, branches);
        var depth = DepthOf(expansion.Node);
        var path = PathOf(expansion.Node);
        var index = ChildCount(expansion.Node); // New children follow those that the node has.
        foreach (var (proposal, verdict) in branches)
        {
            var length = proposal.Steps.Length;
            CountSteps(stepsAtDepth, depth, length);
            nodes.Add(new Node(
                nodes.Count + 1, expansion.Node, depth + length, Rounds + 1, proposal, verdict,
                [.. path, index++, .. Enumerable.Repeat(0, length - 1)]));
        }
    }

    private static void Check(Expansion expansion, ImmutableArray<Branch> branches)
    {
        // A round that draws nothing would leave the plan as it was, and the search would never end.
        if (expansion.Count < 1)
        {
            throw new ArgumentException($"Node {expansion.Node} was to get {expansion.Count} children.", nameof(expansion));
        }

        if (branches.Length != expansion.Count)
        {
            throw new ArgumentException($"Node {expansion.Node} was to get {expansion.Count} children and got {branches.Length}.",
                nameof(branches));
        }

        if (branches.Any(branch =>
            branch.Proposal.Steps.IsEmpty || branch.Verdict is { } verdict && verdict.Scores.Length != branch.Proposal.Steps.Length))
        {
            throw new ArgumentException($"A child of node {expansion.Node} has no steps, or not a score for each of them.",
                nameof(branches));
        }
    }

    private static void CountSteps(List<int> stepsAtDepth, int depth, int steps)
    {
        for (var i = depth; i < depth + steps; i++)
        {
            if (i == stepsAtDepth.Count)
            {
                stepsAtDepth.Add(0);
            }

            stepsAtDepth[i]++;
        }
    }

    private Stack<Node> Lineage(int node)
    {
        var lineage = new Stack<Node>();
        for (var id = node; id != Root; id = this[id].Parent)
        {
            lineage.Push(this[id]);
        }

        return lineage;
    }
}
