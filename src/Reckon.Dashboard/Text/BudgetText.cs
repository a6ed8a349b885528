using System.Collections.Immutable;
using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Dashboard.Text;

/// <summary>What a sweep has spent of its own budget. Pure.</summary>
public static class BudgetText
{
    /// <summary>A line for each limit of <paramref name="state"/>; none where it has no budget.</summary>
    public static ImmutableArray<string> Of(SweepState state) => state.Budget is { } budget ? [.. Lines(state, budget)] : [];

    private static IEnumerable<string> Lines(SweepState state, SweepBudget budget)
    {
        if (budget.Trials is { } trials)
        {
            yield return Spent(state.Done, trials, "trials");
        }

        if (budget.Tokens is { } tokens)
        {
            yield return Spent(state.Tokens, tokens, "tokens");
        }

        if (budget.Flops is { } flops)
        {
            yield return $"at most {Figures.Brief(flops)} FLOPs";
        }

        if (budget.Money is { } money)
        {
            yield return $"at most {Figures.Brief(money)} of money";
        }

        if (budget.Bill is { } bill)
        {
            yield return $"at most {Figures.Brief(bill)} billed by servers";
        }

        if (budget.Seconds is { } seconds)
        {
            var most = Figures.Time(TimeSpan.FromSeconds(seconds));
            yield return state.WallSeconds is { } wall ? $"{Figures.Time(TimeSpan.FromSeconds(wall))} of {most}" : $"at most {most}";
        }
    }

    private static string Spent(double spent, double most, string unit) =>
        $"{Figures.Brief(spent)} of {Figures.Brief(most)} {unit} ({Figures.Percent(most == 0 ? 1 : spent / most)} %)";
}
