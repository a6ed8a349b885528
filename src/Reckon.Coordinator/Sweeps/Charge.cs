using Reckon.Contracts.Problems;

namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// What trials are charged: whole numbers without rounding, so that a sum does not depend on the order in which problems finish.
/// </summary>
internal readonly record struct Charge(Int128 Trials, Int128 Tokens, Int128 Flops)
{
    /// <summary>What a finished trial is charged.</summary>
    public static Charge Of(FinishedTrial trial) => new(1, trial.Tokens, (Int128)Math.Ceiling(trial.Flops));

    /// <summary>The sum.</summary>
    public static Charge operator +(Charge left, Charge right) =>
        new(left.Trials + right.Trials, left.Tokens + right.Tokens, left.Flops + right.Flops);

    /// <summary>So many times the same.</summary>
    public static Charge operator *(int count, Charge each) => new(count * each.Trials, count * each.Tokens, count * each.Flops);

    /// <summary>Whether none is above <paramref name="limit"/>.</summary>
    public bool IsWithin(Charge limit) => Trials <= limit.Trials && Tokens <= limit.Tokens && Flops <= limit.Flops;

    /// <summary>The share of <paramref name="limit"/> that it is, in the unit in which that is most: 1 where one is reached.</summary>
    public double ShareOf(Charge limit) =>
        new[] { (Trials, limit.Trials), (Tokens, limit.Tokens), (Flops, limit.Flops) }.Max(unit => (double)unit.Item1 / (double)unit.Item2);
}
