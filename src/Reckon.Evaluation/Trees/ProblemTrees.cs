using System.Collections.Immutable;
using Reckon.Grading;
using Reckon.Search;
using Reckon.Search.Drawing;

namespace Reckon.Evaluation.Trees;

/// <summary>
/// The trees of all trials of one problem. Trials draw parts of one and the same tree, so a step is kept once, however many trials
/// have it.
/// </summary>
/// <param name="Problem">The problem.</param>
/// <param name="GradingVersion">The version of grading that found and compared the answers.</param>
/// <param name="Rules">Names of the extraction rules that found answers.</param>
/// <param name="Steps">All steps; a step's number is its place here, and it comes after the one before it on its path.</param>
/// <param name="Answers">All answers, each once; an answer's number is its place here.</param>
/// <param name="Trials">The finished trials, in the sweep's order.</param>
public sealed record ProblemTrees(
    Problem Problem,
    int GradingVersion,
    ImmutableArray<string> Rules,
    ImmutableArray<TreeStep> Steps,
    ImmutableArray<TreeAnswer> Answers,
    ImmutableArray<TrialTree> Trials)
{
    /// <summary>The numbers of the steps from the root to <paramref name="step"/>.</summary>
    public ImmutableArray<int> PathTo(int step)
    {
        var path = new Stack<int>();
        for (var at = step; at >= 0; at = Steps[at].Parent)
        {
            path.Push(at);
        }

        return [.. path];
    }

    /// <summary>The numbers of the steps of the answer that <paramref name="step"/> ends: those from the root, or from its revision.</summary>
    public ImmutableArray<int> AnswerTo(int step)
    {
        var path = PathTo(step);
        var first = path.Length - 1;
        while (first > 0 && !ChildIndex.IsRevision(Steps[path[first]].Child))
        {
            first--;
        }

        return path[first..];
    }
}
