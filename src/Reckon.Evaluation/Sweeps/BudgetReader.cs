using System.Globalization;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads what a sweep's searches may spend, each and all together.</summary>
internal sealed class BudgetReader(SectionReader root)
{
    private const double MostFlops = 1e30;
    private const double LeastSeconds = 0.01;
    private const double MostSeconds = 4_000_000; // 46 days: timers know no longer time.

    private const double LeastMoney = 1e-6;
    private const double MostMoney = 1e12;

    private SectionReader? _sweep;

    /// <summary>What each search may spend, and what all may together; null where that has no limit.</summary>
    public (Budget Search, SweepBudget? Sweep) Read()
    {
        if (root.OptionalSection("budget") is not { } section)
        {
            return (Budget.Unlimited, null);
        }

        var search = new Budget(
            section.OptionalWhole("generations", 1, int.MaxValue),
            section.OptionalLong("tokens", 1, long.MaxValue),
            section.OptionalNumber("flops", 1, MostFlops),
            section.OptionalNumber("seconds", LeastSeconds, MostSeconds),
            section.OptionalNumber("money", LeastMoney, MostMoney));
        _sweep = section.OptionalSection("sweep");
        var sweep = ReadSweep();
        section.Close();
        return (search, sweep);
    }

    /// <summary>Reports limits of the whole sweep under which no problem would be admitted, or nobody could tell which.</summary>
    /// <param name="search">What each search may spend.</param>
    /// <param name="sweep">What all may together.</param>
    /// <param name="trials">Trials of each problem; 0 where they are not known.</param>
    public void Check(Budget search, SweepBudget? sweep, int trials)
    {
        if (sweep is null || trials == 0)
        {
            return;
        }

        CheckUnit("trials", "trials", sweep.Trials, 1, trials);
        CheckUnit("tokens", "tokens", sweep.Tokens, search.Tokens, trials);
        CheckUnit("flops", "flops", sweep.Flops, search.Flops, trials);
        CheckUnit("money", "money", sweep.Money, search.Money, trials);
        CheckUnit("bill", "money", sweep.Bill, search.Money, trials); // Only that can be set aside before a server has counted.
        CheckUnit("seconds", "seconds", sweep.Seconds, search.Seconds, trials);
    }

    private SweepBudget? ReadSweep()
    {
        if (_sweep is not { } section)
        {
            return null;
        }

        var budget = new SweepBudget(
            section.OptionalWhole("trials", 1, int.MaxValue),
            section.OptionalLong("tokens", 1, long.MaxValue),
            section.OptionalNumber("flops", 1, MostFlops),
            section.OptionalNumber("seconds", LeastSeconds, MostSeconds),
            section.OptionalNumber("money", LeastMoney, MostMoney),
            section.OptionalNumber("bill", LeastMoney, MostMoney));
        section.Close();
        return budget == new SweepBudget() ? null : budget;
    }

    private void CheckUnit(string limit, string unit, double? sweep, double? trial, int trials)
    {
        if (sweep is null || _sweep?.Optional(limit) is not { } node)
        {
            return;
        }

        if (trial is not { } most)
        {
            root.Log.Add(
                node.Line, node.Column, _sweep.PathOf(limit), $"a limit on the {limit} of the sweep needs one on {Those(limit, unit)} of each search",
                $"Set budget.{unit}: a problem is admitted when the most that its trials can spend still fits");
        }
        else if (sweep < most * trials * (1 - SweepBudget.Rounding))
        {
            root.Log.Add(
                node.Line, node.Column, _sweep.PathOf(limit),
                $"no problem would be admitted: each may take up to {Number(most * trials)}{(unit == "money" ? " of" : "")} {unit}, "
                    + $"and budget.sweep.{limit} is {Number(sweep.Value)}",
                $"Raise it to {Number(most * trials)} or more, or take strategies or seeds out");
        }
    }

    private static string Those(string limit, string unit) => limit == unit ? "those" : $"the {unit}";

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
