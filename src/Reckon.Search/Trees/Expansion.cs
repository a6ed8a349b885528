using Reckon.Search.Drawing;

namespace Reckon.Search.Trees;

/// <summary>A request to continue <paramref name="Node"/> <paramref name="Count"/> more times.</summary>
/// <param name="Node">A node's id, or <see cref="SearchTree.Root"/>.</param>
/// <param name="Count">New children wanted, at least 1; they follow those of the same kind that the place already has.</param>
/// <param name="Extent">How far each goes.</param>
public readonly record struct Expansion(int Node, int Count, Extent Extent)
{
    /// <summary>
    /// Steps of the node's own after which it is continued, at least 1; null for all of them. To continue a finished node after all
    /// of its steps is to revise it: a new answer begins.
    /// </summary>
    public int? Steps { get; init; }

    /// <summary>How the children are drawn.</summary>
    public Draw Draw { get; init; }

    /// <summary>For distinct children: the sampled child of the same place that they must differ from first, by index.</summary>
    public int Against { get; init; }

    /// <summary>For a revision: how many of the latest answers of its chain it sees, at least 1.</summary>
    public int Seen { get; init; }

    /// <summary>Whether the children only show where the node leads: they are judged and charged, and neither continued nor chosen.</summary>
    public bool IsRollout { get; init; }
}
