using System.Text;
using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>The most that a proposer can cost, known before it is asked.</summary>
/// <param name="PromptOverheadTokens">Tokens of a prompt in addition to those of the question, at most; at least 0.</param>
/// <param name="Parameters">Its parameters; 0 where they are not known.</param>
public sealed record ProposerPrice(int PromptOverheadTokens, long Parameters = 0)
{
    /// <summary>Tokens of what the sweep says before each problem, at most.</summary>
    public int PrefaceTokens { get; init; }

    /// <summary>Reading the prompt for <paramref name="problem"/>, at most: no tokenizer makes more tokens than a text has bytes.</summary>
    public TokenCost OfPrompt(Problem problem) => new(PrefaceTokens + PromptBytes(problem, PromptOverheadTokens), 0, 0);

    /// <summary>Drawing what <paramref name="expansion"/> asks for, at most.</summary>
    public static TokenCost Of(Expansion expansion, Sampling sampling) =>
        new(0, expansion.Count * LongestDraw(expansion.Extent, sampling), 0);

    /// <summary>Tokens of one continuation, at most.</summary>
    internal static long LongestDraw(Extent extent, Sampling sampling) =>
        Math.Min((long)extent.MaxSteps * sampling.MaxStepTokens, sampling.MaxAnswerTokens);

    /// <summary>Tokens of a prompt for either model, at most.</summary>
    internal static long PromptBytes(Problem problem, int overheadTokens) =>
        Encoding.UTF8.GetByteCount(problem.Question) + (long)overheadTokens;
}
