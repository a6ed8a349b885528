using Reckon.Evaluation.Trees;

namespace Reckon.Dashboard.Trials;

/// <summary>A step in the tree of a trial, as a line of a list in which children stand below their parents.</summary>
/// <param name="Number">The step's number among the problem's steps.</param>
/// <param name="Step">The step.</param>
/// <param name="Path">The indices of children from the root to it, with dots between them.</param>
/// <param name="Depth">Steps before it on its path.</param>
/// <param name="Node">The continuation that it belongs to.</param>
/// <param name="IsOnPath">Whether it is part of the solution that is looked at.</param>
public sealed record TrialLine(int Number, TreeStep Step, string Path, int Depth, TreeNode Node, bool IsOnPath)
{
    /// <summary>Whether the strategy kept it after its round.</summary>
    public bool IsKept => Node.KeptUntil >= Node.Round;
}
