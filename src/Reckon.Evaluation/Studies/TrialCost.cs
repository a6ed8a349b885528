using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Studies;

/// <summary>What a trial cost, or several on average, in each unit.</summary>
/// <param name="Generations">See <see cref="CostUnit.Generations"/>.</param>
/// <param name="Tokens">See <see cref="CostUnit.Tokens"/>.</param>
/// <param name="Flops">See <see cref="CostUnit.Flops"/>.</param>
/// <param name="ProposerFlops">See <see cref="CostUnit.ProposerFlops"/>.</param>
public readonly record struct TrialCost(double Generations, double Tokens, double Flops, double ProposerFlops)
{
    /// <summary>The cost in each unit, of models of these sizes.</summary>
    public static TrialCost Of(Cost cost, ModelSizes sizes) => new(cost.Generations, cost.Tokens, cost.Flops(sizes), cost.ProposerFlops(sizes));

    /// <summary>Both together.</summary>
    public static TrialCost operator +(TrialCost left, TrialCost right) => Add(left, right);

    /// <summary>So many times the cost.</summary>
    public static TrialCost operator *(TrialCost cost, double times) => Multiply(cost, times);

    /// <summary>Both together.</summary>
    public static TrialCost Add(TrialCost left, TrialCost right) => new(
        left.Generations + right.Generations, left.Tokens + right.Tokens, left.Flops + right.Flops, left.ProposerFlops + right.ProposerFlops);

    /// <summary>So many times the cost.</summary>
    public static TrialCost Multiply(TrialCost cost, double times) =>
        new(cost.Generations * times, cost.Tokens * times, cost.Flops * times, cost.ProposerFlops * times);

    /// <summary>The cost in <paramref name="unit"/>.</summary>
    public double In(CostUnit unit) => unit switch
    {
        CostUnit.Generations => Generations,
        CostUnit.Tokens => Tokens,
        CostUnit.Flops => Flops,
        _ => ProposerFlops,
    };
}
