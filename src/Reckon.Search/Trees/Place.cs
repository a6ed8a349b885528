namespace Reckon.Search.Trees;

/// <summary>Where a tree can be continued: after some of the steps of a node.</summary>
/// <param name="Node">A node's id, or <see cref="SearchTree.Root"/>.</param>
/// <param name="Steps">Steps of the node's own that come before; from 1 to as many as it has, and 0 for the root.</param>
public readonly record struct Place(int Node, int Steps);
