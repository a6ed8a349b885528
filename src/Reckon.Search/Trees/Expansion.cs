namespace Reckon.Search.Trees;

/// <summary>A request to continue <paramref name="Node"/> <paramref name="Count"/> more times.</summary>
/// <param name="Node">A node's id, or <see cref="SearchTree.Root"/>.</param>
/// <param name="Count">New children to draw, at least 1; they follow those that the node already has.</param>
/// <param name="Extent">How far each goes.</param>
public readonly record struct Expansion(int Node, int Count, Extent Extent);
