using System.Text;

namespace Reckon.Search;

/// <summary>The most that a round can cost, known before it runs.</summary>
internal static class RoundBound
{
    /// <summary>The search's total after <paramref name="round"/> at the most.</summary>
    public static Cost After(Cost spent, SearchTask task, SearchTree tree, IReadOnlyList<Expansion> round)
    {
        // No tokenizer makes more tokens than a text has bytes.
        var prompt = tree.IsEmpty ? Encoding.UTF8.GetByteCount(task.Problem.Question) + task.PromptOverheadTokens : 0;
        var generated = round.Sum(expansion => expansion.Count * MaxTokens(task.Sampling, expansion.Extent));
        return new Cost(
            tree.GenerationsAfter(round),
            spent.PromptTokens + prompt,
            spent.GeneratedTokens + generated,
            spent.VerifierTokens + prompt + generated);
    }

    private static long MaxTokens(Sampling sampling, Extent extent) =>
        extent == Extent.Step ? Math.Min(sampling.MaxStepTokens, sampling.MaxAnswerTokens) : sampling.MaxAnswerTokens;
}
