using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// How often each step of a tree was visited and what it was worth: each step that was drawn is a visit of itself and of all steps before
/// it, worth its verifier's score, and nothing where it was truncated. Made for one plan.
/// </summary>
internal sealed class StepVisits
{
    private readonly SearchTree _tree;
    private readonly int _n;
    private readonly int[] _stepsAtDepth; // Depth 1 is at 1.
    private readonly int[] _visits; // From here on by id; the root's first.
    private readonly double[] _worth;
    private readonly double[] _priors;
    private readonly int[] _firstChildren; // Each node is expanded once, so its children follow one another.
    private readonly bool[] _isPlanned;
    private int _answersLeft;

    /// <summary>What <paramref name="tree"/> says.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="n">Steps that its search may draw at any depth, and answers that it may find.</param>
    /// <param name="prior">What children are weighed by before they are visited.</param>
    public StepVisits(SearchTree tree, int n, StepPrior prior)
    {
        var size = tree.Nodes.Length + 1;
        (_tree, _n, _answersLeft) = (tree, n, n - tree.Solutions.Count());
        (_visits, _worth, _priors) = (new int[size], new double[size], new double[size]);
        (_firstChildren, _isPlanned) = (new int[size], new bool[size]);
        _stepsAtDepth = new int[tree.Nodes.Select(node => node.Depth).DefaultIfEmpty().Max() + 2];
        foreach (var node in tree.Nodes.Reverse()) // Children before their parents.
        {
            _visits[node.Id]++;
            _worth[node.Id] += node.LastScore;
            _visits[node.Parent] += _visits[node.Id];
            _worth[node.Parent] += _worth[node.Id];
            _firstChildren[node.Parent] = node.Id;
            _stepsAtDepth[node.Depth]++;
        }

        for (var id = SearchTree.Root; id < size; id++)
        {
            SetPriors([.. Children(id)], prior);
        }
    }

    /// <summary>Steps that may still be drawn under <paramref name="leaf"/>.</summary>
    public int RoomUnder(int leaf) => Math.Min(_n - _stepsAtDepth[_tree.DepthOf(leaf) + 1], _answersLeft);

    /// <summary>
    /// The open step without children that PUCT comes to from the root, passing over what leads to none with room under it; null where
    /// there is none. Of equals the earlier is taken.
    /// </summary>
    /// <param name="exploration">c in Q(a) + c · P(a) · √N(s) / (1 + N(a)).</param>
    public int? NextLeaf(double exploration)
    {
        var canGrow = FindWhatCanGrow();
        if (!canGrow[SearchTree.Root])
        {
            return null;
        }

        var node = SearchTree.Root;
        while (_tree.ChildCount(node) > 0)
        {
            var root = Math.Sqrt(Children(node).Sum(child => _visits[child]));
            node = Children(node)
                .Where(child => canGrow[child])
                .MaxBy(child => (_worth[child] / _visits[child]) + (exploration * _priors[child] * root / (1 + _visits[child])));
        }

        return node;
    }

    /// <summary>Counts <paramref name="count"/> steps under <paramref name="leaf"/> as drawn and worth nothing: virtual losses.</summary>
    public void Expect(int leaf, int count)
    {
        _isPlanned[leaf] = true;
        _answersLeft -= count;
        _stepsAtDepth[_tree.DepthOf(leaf) + 1] += count;
        _visits[SearchTree.Root] += count;
        for (var id = leaf; id != SearchTree.Root; id = _tree[id].Parent)
        {
            _visits[id] += count;
        }
    }

    private IEnumerable<int> Children(int id) => Enumerable.Range(_firstChildren[id], _tree.ChildCount(id));

    private void SetPriors(int[] children, StepPrior prior)
    {
        var weights = prior switch
        {
            StepPrior.Likelihood => Softmax.Of(children.Select(child => _tree[child].Proposal.Steps.Sum(step => step.LogProbability)), 1),
            _ => [.. children.Select(_ => 1.0 / children.Length)],
        };
        foreach (var (child, weight) in children.Zip(weights))
        {
            _priors[child] = weight;
        }
    }

    // Whether each node is a leaf with room under it, or leads to one.
    private bool[] FindWhatCanGrow()
    {
        var canGrow = new bool[_visits.Length];
        for (var id = canGrow.Length - 1; id >= SearchTree.Root; id--)
        {
            canGrow[id] |= IsFreeLeaf(id) && RoomUnder(id) > 0;
            if (id != SearchTree.Root)
            {
                canGrow[_tree[id].Parent] |= canGrow[id];
            }
        }

        return canGrow;
    }

    private bool IsFreeLeaf(int id) => (id == SearchTree.Root || _tree[id].IsOpen) && _tree.ChildCount(id) == 0 && !_isPlanned[id];
}
