using Reckon.Search;
using Reckon.Search.Drawing;

namespace Reckon.Evaluation.Trees;

/// <summary>Counts the pairs of tokens that attention covers in the trials of one problem.</summary>
public sealed class AttentionCounter
{
    private readonly ProblemTrees _trees;
    private readonly int[] _drawn; // For each step, the proposer's tokens from the beginning of its answer to its end.
    private readonly int[] _judged; // The same in the verifier's tokens.
    private readonly bool[] _isOfRevision;

    /// <summary>A counter for the trials of <paramref name="trees"/>, which hold their steps.</summary>
    public AttentionCounter(ProblemTrees trees)
    {
        _trees = trees;
        (_drawn, _judged, _isOfRevision) = (new int[trees.Steps.Length], new int[trees.Steps.Length], new bool[trees.Steps.Length]);
        foreach (var (number, step) in trees.Steps.Index())
        {
            _drawn[number] = At(_drawn, step.Parent) + step.Tokens;
            _judged[number] = At(_judged, step.Parent) + step.VerifierTokens;
            _isOfRevision[number] = ChildIndex.IsRevision(step.Child) || (step.Parent >= 0 && _isOfRevision[step.Parent]);
        }
    }

    /// <summary>
    /// The pairs of <paramref name="trial"/>, one of the trees; null where it holds revisions, whose prompts show answers and have lengths
    /// that no tree says.
    /// </summary>
    public AttentionPairs? Count(TrialTree trial)
    {
        if (trial.Nodes.Any(node => _isOfRevision[node.Step]))
        {
            return null;
        }

        var judged = trial.Nodes.Where(IsJudged).ToList();
        var verifierPrompt = trial.Cost.VerifierTokens - judged.Sum(node => (long)_judged[node.Step] - At(_judged, Start(node)));
        return new AttentionPairs(
            Of(trial.Nodes, _drawn, trial.Cost.PromptTokens),
            judged.Count == 0 ? 0 : Of(judged, _judged, verifierPrompt));
    }

    private long Of(IEnumerable<TreeNode> nodes, int[] ends, long prompt) =>
        UpTo(prompt) + nodes.Sum(node => UpTo(prompt + ends[node.Step]) - UpTo(prompt + At(ends, Start(node))));

    // Of a text of so many tokens: the first attends to itself, the second to two, and so on.
    private static long UpTo(long tokens) => tokens * (tokens + 1) / 2;

    // The step before a node's first; -1 where there is none.
    private int Start(TreeNode node)
    {
        var step = node.Step;
        for (var i = 0; i < node.Steps; i++)
        {
            step = _trees.Steps[step].Parent;
        }

        return step;
    }

    // What is truncated is not judged, though another trial may have judged its first steps.
    private bool IsJudged(TreeNode node) => _trees.Steps[node.Step] is { Score: not null, Ending: not Ending.Truncated };

    private static int At(int[] ends, int step) => step < 0 ? 0 : ends[step];
}
