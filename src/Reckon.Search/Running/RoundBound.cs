using System.Text;
using Reckon.Search.Costs;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>The most that a round can cost, known before it runs.</summary>
public static class RoundBound
{
    /// <summary>
    /// The tokens of both models that the first round of <paramref name="strategy"/> is reserved at: a search whose budget has
    /// less draws nothing at all.
    /// </summary>
    /// <param name="strategy">What to grow.</param>
    /// <param name="sampling">How continuations are drawn.</param>
    /// <param name="promptTokens">Tokens of the prompt at the most, which either model reads; 0 where they are not known.</param>
    public static long OfFirst(ISearchStrategy strategy, Sampling sampling, long promptTokens = 0) =>
        2 * (promptTokens + MaxGenerated(strategy.Plan(SearchTree.Empty), sampling)); // What is drawn is judged.

    /// <summary>Tokens of the prompt for <paramref name="problem"/> at the most: no tokenizer makes more tokens than a text has bytes.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="overheadTokens">Tokens beside those of the question at the most.</param>
    public static long MaxPrompt(Problem problem, int overheadTokens) => Encoding.UTF8.GetByteCount(problem.Question) + (long)overheadTokens;

    /// <summary>The search's total after <paramref name="round"/> at the most.</summary>
    internal static Cost After(Cost spent, SearchTask task, SearchTree tree, IReadOnlyList<Expansion> round)
    {
        var prompt = tree.IsEmpty ? MaxPrompt(task.Problem, task.PromptOverheadTokens) : 0;
        var generated = MaxGenerated(round, task.Sampling);
        return new Cost(
            tree.GenerationsAfter(round),
            spent.PromptTokens + prompt,
            spent.GeneratedTokens + generated,
            spent.VerifierTokens + prompt + generated);
    }

    private static long MaxGenerated(IReadOnlyList<Expansion> round, Sampling sampling) =>
        round.Sum(expansion => expansion.Count * MaxTokens(sampling, expansion.Extent));

    private static long MaxTokens(Sampling sampling, Extent extent) =>
        extent == Extent.Step ? Math.Min(sampling.MaxStepTokens, sampling.MaxAnswerTokens) : sampling.MaxAnswerTokens;
}
