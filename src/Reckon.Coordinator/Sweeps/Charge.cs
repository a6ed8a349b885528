using Reckon.Contracts.Problems;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// What trials are charged: whole numbers without rounding, so that a sum does not depend on the order in which problems finish.
/// </summary>
/// <param name="Trials">How many.</param>
/// <param name="Tokens">Of both models.</param>
/// <param name="Flops">Of both models.</param>
/// <param name="Money">In billionths of the currency, rounded: half of one a trial is lost at most.</param>
internal readonly record struct Charge(Int128 Trials, Int128 Tokens, Int128 Flops, Int128 Money = default)
{
    private const double Billion = 1e9;

    /// <summary>What a finished trial is charged.</summary>
    public static Charge Of(FinishedTrial trial) => new(1, trial.Tokens, (Int128)Math.Ceiling(trial.Flops), MoneyOf(trial.Money));

    /// <summary>Money, as it is counted here.</summary>
    public static Int128 MoneyOf(double money) => (Int128)Math.Round(money * Billion);

    /// <summary>The most money that a trial may spend, rounded down: so trials that fit a limit fit it here, too.</summary>
    public static Int128 MostOf(double money) => (Int128)Math.Floor(money * Billion);

    /// <summary>The most money that all may spend, with what <see cref="SweepBudget.Rounding"/> lets pass, rounded up.</summary>
    public static Int128 LimitOf(double money) => (Int128)Math.Ceiling(money * (1 + (2 * SweepBudget.Rounding)) * Billion);

    /// <summary>The sum.</summary>
    public static Charge operator +(Charge left, Charge right) =>
        new(left.Trials + right.Trials, left.Tokens + right.Tokens, left.Flops + right.Flops, left.Money + right.Money);

    /// <summary>So many times the same.</summary>
    public static Charge operator *(int count, Charge each) => new(count * each.Trials, count * each.Tokens, count * each.Flops, count * each.Money);

    /// <summary>Whether none is above <paramref name="limit"/>.</summary>
    public bool IsWithin(Charge limit) => Trials <= limit.Trials && Tokens <= limit.Tokens && Flops <= limit.Flops && Money <= limit.Money;

    /// <summary>The share of <paramref name="limit"/> that it is, in the unit in which that is most: 1 where one is reached.</summary>
    public double ShareOf(Charge limit) =>
        new[] { (Trials, limit.Trials), (Tokens, limit.Tokens), (Flops, limit.Flops), (Money, limit.Money) }
            .Max(unit => (double)unit.Item1 / (double)unit.Item2);
}
