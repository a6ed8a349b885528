namespace Reckon.Search.Costs;

/// <summary>
/// What a cost comes to in each unit in which a budget can be set, time aside. A cost that is above another in no kind of token is above
/// it in no unit.
/// </summary>
/// <param name="Generations">The paper's N.</param>
/// <param name="Tokens">Tokens of proposer and verifier together.</param>
/// <param name="Flops">Floating-point operations of both models.</param>
/// <param name="Money">Money, in the currency of the models' prices.</param>
public readonly record struct Amounts(int Generations, long Tokens, double Flops, double Money = 0)
{
    /// <summary>Nothing.</summary>
    public static Amounts Zero => default;

    /// <summary><paramref name="cost"/> in each unit.</summary>
    public static Amounts Of(Cost cost, ModelSizes sizes) => new(cost.Generations, cost.Tokens, cost.Flops(sizes), cost.Money(sizes));

    /// <summary>In each unit the higher of the two: within every limit that both are within.</summary>
    public static Amounts Higher(Amounts left, Amounts right) => new(
        Math.Max(left.Generations, right.Generations), Math.Max(left.Tokens, right.Tokens), Math.Max(left.Flops, right.Flops),
        Math.Max(left.Money, right.Money));

    /// <summary>Whether none is above <paramref name="limit"/>.</summary>
    public bool IsWithin(Amounts limit) => Generations <= limit.Generations && Tokens <= limit.Tokens
        && Flops <= limit.Flops && Money <= limit.Money;
}
