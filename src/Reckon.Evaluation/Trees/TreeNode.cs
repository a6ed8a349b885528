using Reckon.Search;

namespace Reckon.Evaluation.Trees;

/// <summary>A continuation in the tree of one trial.</summary>
/// <param name="Step">The number of its last step, among the problem's steps.</param>
/// <param name="Steps">How many steps it is: one, or all that a whole answer drew at once.</param>
/// <param name="Round">The round that drew it, from 1.</param>
/// <param name="KeptUntil">The last round after which the strategy still kept it; 0 where it was dropped at once.</param>
public readonly record struct TreeNode(int Step, int Steps, int Round, int KeptUntil);
