using Reckon.Search;

namespace Reckon.Evaluation.Trees;

/// <summary>A continuation in the tree of one trial.</summary>
/// <param name="Step">The number of its last step, among the problem's steps.</param>
/// <param name="Steps">How many steps it is: one, or all that a whole answer drew at once.</param>
/// <param name="Round">The round that drew it, from 1.</param>
/// <param name="KeptUntil">The last round after which the strategy still kept it; 0 where it was dropped at once, −1 for a rollout.</param>
public readonly record struct TreeNode(int Step, int Steps, int Round, int KeptUntil)
{
    /// <summary>What <see cref="KeptUntil"/> is for a rollout, which only shows where its parent leads.</summary>
    public const int Rollout = -1;

    /// <summary>Whether it is neither continued nor chosen.</summary>
    public bool IsRollout => KeptUntil == Rollout;
}
