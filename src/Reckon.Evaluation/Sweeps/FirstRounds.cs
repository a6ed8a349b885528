using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Finds the strategies whose first round no search of a sweep could pay, once the prompts are known.</summary>
public static class FirstRounds
{
    /// <summary>A fault for each strategy that the budget leaves without a first round even on the shortest problem.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="problems">Its problems; not empty.</param>
    /// <param name="promptOverheadTokens">Tokens of a prompt beside those of the question at the most, for either model.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static ImmutableArray<Diagnostic> Unpayable(
        SweepSpec spec, ImmutableArray<Problem> problems, int promptOverheadTokens, string fileName)
    {
        if (spec.Budget.Tokens is not { } tokens)
        {
            return [];
        }

        var prompts = problems.Select(problem => RoundBound.MaxPrompt(problem, promptOverheadTokens)).ToImmutableArray();
        var (shortest, longest) = (prompts.Min(), prompts.Max());
        return
        [
            .. from strategy in spec.Strategies
               where Least(strategy, shortest) > tokens
               select new Diagnostic(
                   fileName, 0, 0, "budget.tokens",
                   $"{strategy.Label} needs {Least(strategy, shortest)} tokens for its first round on the shortest problem, and budget.tokens is {tokens}",
                   $"Raise budget.tokens to {Least(strategy, longest)} or more, which pays a first round on every problem, or lower the token limits of sampling"),
        ];

        long Least(StrategySpec strategy, long prompt) => RoundBound.OfFirst(strategy.BuildForFirstRound(), spec.Sampling, prompt);
    }
}
