using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Reckon.Search.Drawing;

namespace Reckon.Search.Trees;

/// <summary>How many children of each kind the places of a tree have. Immutable.</summary>
internal sealed class ChildCounts
{
    private readonly ImmutableArray<int> _sampled; // At the ends of nodes, by id; the root's first. Nearly all there are.
    private readonly ImmutableDictionary<(Place Place, Draw Draw, int Among), int> _others;

    private ChildCounts(ImmutableArray<int> sampled, ImmutableDictionary<(Place Place, Draw Draw, int Among), int> others) =>
        (_sampled, _others) = (sampled, others);

    public static ChildCounts Empty { get; } = new([0], ImmutableDictionary<(Place, Draw, int), int>.Empty);

    /// <summary>Sampled children at the end of a node, or of the root.</summary>
    public int Sampled(int node) => _sampled[node];

    /// <summary>Children of the kind that <paramref name="expansion"/> adds, at <paramref name="place"/>.</summary>
    public int Of(Expansion expansion, Place place, bool isPlain) =>
        isPlain ? _sampled[expansion.Node] : _others.GetValueOrDefault(KeyOf(expansion, place));

    /// <summary>With the children of a round, in a tree that has <paramref name="nodes"/> nodes after it.</summary>
    public ChildCounts With(IEnumerable<(Expansion Expansion, Place Place, bool IsPlain)> round, int nodes)
    {
        var sampled = new int[nodes + 1];
        _sampled.CopyTo(sampled);
        var others = _others;
        foreach (var (expansion, place, isPlain) in round)
        {
            if (isPlain)
            {
                sampled[expansion.Node] += expansion.Count;
            }
            else
            {
                others = others.SetItem(KeyOf(expansion, place), Of(expansion, place, isPlain) + expansion.Count);
            }
        }

        return new ChildCounts(ImmutableCollectionsMarshal.AsImmutableArray(sampled), others);
    }

    private static (Place Place, Draw Draw, int Among) KeyOf(Expansion expansion, Place place) =>
        (place, expansion.Draw, expansion.Draw is Draw.DistinctSteps or Draw.DistinctAnswers ? expansion.Against : expansion.Seen);
}
