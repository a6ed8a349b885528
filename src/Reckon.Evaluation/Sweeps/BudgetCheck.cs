using System.Collections.Immutable;
using System.Globalization;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Finds the strategies that no search of a sweep can afford, once the prompts are known.</summary>
public static class BudgetCheck
{
    /// <summary>A fault for each strategy and unit in which the budget pays not one continuation, even on the shortest problem.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="problems">Its problems; not empty.</param>
    /// <param name="price">The most that the models can cost.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static ImmutableArray<Diagnostic> Unaffordable(
        SweepSpec spec, ImmutableArray<Problem> problems, SearchPrice price, string fileName)
    {
        var (shortest, longest) = (problems.MinBy(Prompt)!, problems.MaxBy(Prompt)!);
        return
        [
            .. OfUnit("tokens", spec.Budget.Tokens, cost => cost.Tokens),
            .. OfUnit("money", spec.Budget.Money, cost => cost.Money(price.Sizes)),
            .. OfUnit("flops", spec.Budget.Flops, cost => cost.Flops(price.Sizes)),
        ];

        IEnumerable<Diagnostic> OfUnit(string unit, double? limit, Func<Cost, double> amount) => limit is not { } most ? [] :
            from strategy in spec.Strategies
            let least = amount(Least(strategy, shortest))
            where least > most
            select new Diagnostic(
                fileName, 0, 0, $"budget.{unit}",
                $"{strategy.Label} needs {Number(least)} {unit} to draw anything on the shortest problem, "
                    + $"and budget.{unit} is {Number(most)}",
                $"Raise budget.{unit} to {Number(amount(Least(strategy, longest)))} or more, "
                    + "which pays a first continuation on every problem, or lower the token limits of sampling");

        long Prompt(Problem problem) => price.OfPrompt(problem).Total;

        Cost Least(StrategySpec strategy, Problem problem) =>
            RoundBound.OfFirst(strategy.BuildForFirstRound(), spec.Sampling, price, problem);
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
