using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// A strategy that goes on after another drew the first answers of a tree. It sees a tree of its own, in which it is alone: first answers
/// are in it where it asks for whole answers, and what it asks for besides is drawn in the real tree. For one thread.
/// </summary>
/// <param name="inner">The strategy.</param>
/// <param name="probe">How many nodes of the tree are the first answers.</param>
internal sealed class DelegatedSearch(ISearchStrategy inner, int probe)
{
    private readonly List<int> _realOf = [SearchTree.Root]; // Ids of the real tree, by own id.
    private readonly Dictionary<int, int> _ownOf = [];
    private readonly List<int> _rootChildren = []; // Indices in the real tree, by own index, of what was sampled at the root.
    private readonly List<int> _ownRounds = []; // Own rounds after each real one from that of the last first answer on.
    private List<Part> _parts = [];
    private int _reused;

    /// <summary>The real tree.</summary>
    public SearchTree Real { get; private set; } = SearchTree.Empty;

    /// <summary>The tree that the strategy sees.</summary>
    public SearchTree Own { get; private set; } = SearchTree.Empty;

    /// <summary>The next round of the real tree.</summary>
    public IReadOnlyList<Expansion> Plan => [.. _parts.Select(part => part.Real).OfType<Expansion>()];

    private int FirstRound => Real[probe].Round;

    /// <summary>Whether <paramref name="tree"/> is the real tree, or has grown out of it.</summary>
    public bool IsBegunOf(SearchTree tree) =>
        Real.Nodes.Length <= tree.Nodes.Length && ReferenceEquals(Real.Nodes[^1], tree.Nodes[Real.Nodes.Length - 1]);

    /// <summary>Goes on to <paramref name="tree"/>, which <see cref="IsBegunOf"/>, or is the first.</summary>
    public void Advance(SearchTree tree)
    {
        Real = tree;
        if (_ownRounds.Count == 0)
        {
            PlanNext();
        }

        while (FirstRound + _ownRounds.Count <= tree.Rounds)
        {
            Take(new Queue<Node>(tree.NodesOfRound(FirstRound + _ownRounds.Count)));
            PlanNext();
        }
    }

    /// <summary>The own node that <paramref name="node"/> of the real tree is; null for a first answer that is not among them.</summary>
    public Node? OwnOf(Node node) => _ownOf.TryGetValue(node.Id, out var own) ? Own[own] : null;

    /// <summary>The node of the real tree that <paramref name="own"/> is.</summary>
    public Node RealOf(Node own) => Real[_realOf[own.Id]];

    /// <summary>What is kept after a round of the real tree: what the strategy keeps, and first answers that it has not seen.</summary>
    public IEnumerable<Node> KeptAfter(int round)
    {
        var ownRounds = round < FirstRound ? 0 : _ownRounds[round - FirstRound];
        var unseen = Real.Nodes.Take(probe)
            .Where(node => node.IsSolution && node.Round <= round && !(OwnOf(node) is { } own && own.Round <= ownRounds));
        return ownRounds == 0 ? unseen : unseen.Concat(inner.KeptAfter(Own, ownRounds).Select(RealOf));
    }

    // A round that asks for nothing but first answers is there already.
    private void PlanNext()
    {
        while (true)
        {
            _parts = Parts(inner.Plan(Own));
            if (_parts.Count == 0 || _parts.Any(part => part.Real is not null))
            {
                _ownRounds.Add(Own.Rounds);
                return;
            }

            Take([]);
        }
    }

    private List<Part> Parts(IReadOnlyList<Expansion> plan)
    {
        var (parts, left) = (new List<Part>(), probe - _reused);
        foreach (var expansion in plan)
        {
            var reused = PolicyShare.IsWholeAnswer(expansion) ? Math.Min(expansion.Count, left) : 0;
            left -= reused;
            parts.Add(new Part(expansion, reused, reused == expansion.Count ? null : Translated(expansion, expansion.Count - reused)));
        }

        return parts;
    }

    private Expansion Translated(Expansion own, int count) => own with
    {
        Node = _realOf[own.Node],
        Count = count,
        Against = own.Node == SearchTree.Root && own.Draw is Draw.DistinctSteps or Draw.DistinctAnswers ? _rootChildren[own.Against] : own.Against,
    };

    // A budget may have narrowed the round: what comes last in the plan is then missing.
    private void Take(Queue<Node> drawn)
    {
        List<(Expansion Expansion, List<Node> Nodes)> round = [];
        foreach (var part in _parts)
        {
            List<Node> nodes = [.. Enumerable.Range(_reused, part.Reused).Select(index => Real.Nodes[index])];
            _reused += part.Reused;
            for (var left = part.Real?.Count ?? 0; left > 0 && drawn.Count > 0; left--)
            {
                nodes.Add(drawn.Dequeue());
            }

            if (nodes.Count > 0)
            {
                round.Add((part.Own with { Count = nodes.Count }, nodes));
            }
        }

        Own = Own.Add(
            [.. round.Select(one => one.Expansion)],
            [.. round.Select(one => one.Nodes.Select(node => new Branch(node.Proposal, node.Verdict)).ToImmutableArray())]);
        round.ForEach(one => Note(one.Expansion, one.Nodes));
    }

    private void Note(Expansion expansion, List<Node> nodes)
    {
        foreach (var node in nodes)
        {
            _ownOf[node.Id] = _realOf.Count;
            _realOf.Add(node.Id);
            if (expansion is { Node: SearchTree.Root, Draw: Draw.Sampled })
            {
                _rootChildren.Add(node.Index);
            }
        }
    }

    private sealed record Part(Expansion Own, int Reused, Expansion? Real);
}
