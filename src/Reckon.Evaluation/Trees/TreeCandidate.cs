using Reckon.Search.Trees;

namespace Reckon.Evaluation.Trees;

/// <summary>A solution of one trial.</summary>
/// <param name="Node">Its node's place in the trial's tree, from 0.</param>
/// <param name="Answer">Its answer's number among the problem's answers; −1 where none was found in it.</param>
/// <param name="Rule">The number of the extraction rule that found the answer, among the problem's rules; −1 where none did.</param>
/// <param name="Group">The place of the first candidate whose answer equals its own and takes part in the choice; −1 where it takes no part.</param>
/// <param name="Score">Its steps' scores as one, in [0, 1], under the sweep's first aggregation.</param>
public readonly record struct TreeCandidate(int Node, int Answer, int Rule, int Group, double Score);
