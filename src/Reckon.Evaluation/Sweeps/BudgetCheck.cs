using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Finds the strategies whose first round no search of a sweep can afford, once the prompts are known.</summary>
public static class BudgetCheck
{
    /// <summary>A fault for each strategy that the budget leaves without a first round even on the shortest problem.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="problems">Its problems; not empty.</param>
    /// <param name="price">The most that the models can cost.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static ImmutableArray<Diagnostic> Unaffordable(
        SweepSpec spec, ImmutableArray<Problem> problems, SearchPrice price, string fileName)
    {
        if (spec.Budget.Tokens is not { } tokens)
        {
            return [];
        }

        var (shortest, longest) = (problems.MinBy(Prompt)!, problems.MaxBy(Prompt)!);
        return
        [
            .. from strategy in spec.Strategies
               where Least(strategy, shortest) > tokens
               select new Diagnostic(
                   fileName, 0, 0, "budget.tokens",
                   $"{strategy.Label} needs {Least(strategy, shortest)} tokens for its first round on the shortest problem, "
                        + $"and budget.tokens is {tokens}",
                   $"Raise budget.tokens to {Least(strategy, longest)} or more, which covers a first round on every problem, "
                        + "or lower the token limits of sampling"),
        ];

        long Prompt(Problem problem) => price.OfPrompt(problem).Total;

        long Least(StrategySpec strategy, Problem problem) =>
            RoundBound.OfFirst(strategy.BuildForFirstRound(), spec.Sampling, price, problem);
    }
}
