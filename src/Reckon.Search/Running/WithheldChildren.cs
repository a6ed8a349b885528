using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>The children that plans asked for and a budget did not cover, until they are drawn after all.</summary>
internal sealed class WithheldChildren
{
    // By kind: an expansion without its count.
    private readonly Dictionary<Expansion, int> _drawn = [];
    private readonly Dictionary<Expansion, int> _wanted = [];

    /// <summary>Whether some are missing.</summary>
    public bool AreMissing => _wanted.Any(wanted => _drawn.GetValueOrDefault(wanted.Key) < wanted.Value);

    /// <summary>Notes that of <paramref name="plan"/> no more than <paramref name="round"/> is run.</summary>
    public void Note(IReadOnlyList<Expansion> plan, IReadOnlyList<Expansion> round)
    {
        foreach (var expansion in plan.Except(round))
        {
            _wanted[KindOf(expansion)] = _drawn.GetValueOrDefault(KindOf(expansion)) + expansion.Count;
        }

        foreach (var expansion in round)
        {
            _drawn[KindOf(expansion)] = _drawn.GetValueOrDefault(KindOf(expansion)) + expansion.Count;
        }
    }

    private static Expansion KindOf(Expansion expansion) => expansion with { Count = 0 };
}
