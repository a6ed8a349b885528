using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Trees;

/// <summary>
/// Everything that a search has drawn: an immutable value, and the only state of a search. Nodes are in the order of
/// rounds, and within a round in the order in which the plan asked for them.
/// </summary>
public sealed class SearchTree
{
    /// <summary>The id of the empty prefix.</summary>
    public const int Root = 0;

    private readonly DepthCounts _depths;
    private readonly ChildCounts _children;
    private readonly ImmutableArray<int> _roundEnds; // Nodes after each round.

    private SearchTree(ImmutableArray<Node> nodes, ImmutableArray<int> roundEnds, ChildCounts children, DepthCounts depths) =>
        (Nodes, _roundEnds, _children, _depths) = (nodes, roundEnds, children, depths);

    /// <summary>The tree before the first round.</summary>
    public static SearchTree Empty { get; } = new([], [], ChildCounts.Empty, DepthCounts.Empty);

    /// <summary>All nodes, by id from 1.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>Rounds that have been added.</summary>
    public int Rounds => _roundEnds.Length;

    /// <summary>Whether nothing has been drawn yet.</summary>
    public bool IsEmpty => Nodes.IsEmpty;

    /// <summary>Finished paths, in the order in which they were drawn.</summary>
    public IEnumerable<Node> Solutions => Nodes.Where(node => node.IsSolution);

    /// <summary>
    /// The paper's N so far: the largest number of steps drawn at any one depth. A revision counts as a whole answer, also where it
    /// keeps the first steps of an earlier one.
    /// </summary>
    public int Generations => _depths.Most;

    /// <summary>The node with <paramref name="id"/>, from 1.</summary>
    public Node this[int id] => Nodes[id - 1];

    /// <summary>Sampled children at the end of <paramref name="node"/>.</summary>
    public int ChildCount(int node) => _children.Sampled(node);

    /// <summary>Depth of <paramref name="node"/> in steps; 0 for the root.</summary>
    public int DepthOf(int node) => node == Root ? 0 : this[node].Depth;

    /// <summary>Path of <paramref name="node"/>; empty for the root.</summary>
    public ImmutableArray<int> PathOf(int node) => node == Root ? [] : this[node].Path;

    /// <summary>The steps of the answer that ends with <paramref name="node"/>.</summary>
    public ImmutableArray<Step> StepsTo(int node) => node == Root ? [] : this.StepsTo(this[node].End);

    /// <summary>The scores of the steps of the answer that ends with <paramref name="node"/>; 0 for a step that was not judged.</summary>
    public ImmutableArray<double> ScoresTo(int node) => node == Root ? [] : this.ScoresTo(this[node].End);

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
    public int GenerationsAfter(IReadOnlyList<Expansion> expansions) =>
        _depths.MostAfter([.. expansions.Select(expansion => (FirstDepth(expansion), expansion.Extent, expansion.Count))]);

    /// <summary>The index of the first child that <paramref name="expansion"/> adds; the others follow as in <see cref="ChildIndex.After"/>.</summary>
    /// <exception cref="ArgumentException">The tree has no such place, or it cannot be continued so.</exception>
    public int FirstChild(Expansion expansion)
    {
        var place = this.PlaceOf(expansion);
        var known = _children.Of(expansion, place, IsPlain(expansion, place));
        return (this.IsRevision(place), expansion.Draw) switch
        {
            (true, Draw.Sampled) => ChildIndex.Revision(Math.Min(expansion.Seen, this.AnswersBefore(place)), known),
            (true, _) => throw new ArgumentException($"A revision of node {place.Node} can only be sampled.", nameof(expansion)),
            (_, Draw.Sampled) => known + (this.IsInside(place) ? 1 : 0), // Child 0 is how the node itself goes on.
            (_, Draw.Greedy) => ChildIndex.Greedy,
            _ => ChildIndex.Distinct(expansion.Draw, expansion.Against, known + 1),
        };
    }

    /// <summary>The tree with one more round: <paramref name="branches"/> holds, for each expansion, what it drew.</summary>
    /// <exception cref="ArgumentException">The answers do not match what was asked for.</exception>
    public SearchTree Add(IReadOnlyList<Expansion> expansions, IReadOnlyList<ImmutableArray<Branch>> branches)
    {
        RoundCheck.ThrowIfMismatched(this, expansions, branches);
        var nodes = Nodes.ToBuilder();
        for (var i = 0; i < expansions.Count; i++)
        {
            AddExpansion(nodes, expansions[i], branches[i]);
        }

        var added = nodes.Skip(Nodes.Length).ToArray();
        var depths = _depths.With(added.Select(node => (this.IsInside(node.From) ? 0 : node.Depth - node.Proposal.Steps.Length, node.Depth)));
        var children = _children.With(expansions.Select(expansion => (expansion, this.PlaceOf(expansion))).Select(one =>
            (one.expansion, one.Item2, IsPlain(one.expansion, one.Item2))), nodes.Count);
        return new SearchTree(nodes.ToImmutable(), [.. _roundEnds, nodes.Count], children, depths);
    }

    private void AddExpansion(ImmutableArray<Node>.Builder nodes, Expansion expansion, ImmutableArray<Branch> branches)
    {
        var place = this.PlaceOf(expansion);
        var (path, depth, first) = (this.PathOf(place), this.IsRevision(place) ? 0 : this.DepthOf(place), FirstChild(expansion));
        foreach (var (number, (proposal, verdict)) in branches.Index())
        {
            var length = proposal.Steps.Length;
            var index = ChildIndex.After(first, number);
            nodes.Add(new Node(
                nodes.Count + 1, place, depth + length, Rounds + 1, proposal, verdict,
                [.. path, index, .. Enumerable.Repeat(ChildIndex.Next(index), length - 1)])
            {
                IsRollout = expansion.IsRollout,
            });
        }
    }

    // A revision is charged as a whole answer.
    private int FirstDepth(Expansion expansion)
    {
        var place = this.PlaceOf(expansion);
        return this.IsInside(place) || this.IsRevision(place) ? 0 : this.DepthOf(place);
    }

    private bool IsPlain(Expansion expansion, Place place) =>
        expansion.Draw == Draw.Sampled && !this.IsInside(place) && !this.IsRevision(place);
}
