using System.Text.Json.Serialization;

namespace Reckon.Search.Costs;

/// <summary>The most that one search may spend; null means no limit in that unit. Limits in several units hold all at once.</summary>
/// <param name="Generations">Limit on <see cref="Cost.Generations"/>; at least 1.</param>
/// <param name="Tokens">Limit on <see cref="Cost.Tokens"/>, of proposer and verifier together; at least 1.</param>
/// <param name="Flops">Limit on <see cref="Cost.Flops"/>, of proposer and verifier together; above 0.</param>
/// <param name="Seconds">
/// Limit on the time from the start of the search, waiting included; above 0. Of all limits it alone makes a result depend on the machine.
/// </param>
/// <param name="Money">
/// Limit on <see cref="Cost.Money"/>, of proposer and verifier together, in the currency of the models' prices; above 0.
/// </param>
public sealed record Budget(
    int? Generations = null,
    long? Tokens = null,
    double? Flops = null,
    double? Seconds = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Money = null)
{
    /// <summary>No limit.</summary>
    public static Budget Unlimited { get; } = new();

    /// <summary>Whether <paramref name="amounts"/> stay within every limit. Time is no part of this: it is not known beforehand.</summary>
    public bool Covers(Amounts amounts) =>
        amounts.Generations <= (Generations ?? int.MaxValue)
        && amounts.Tokens <= (Tokens ?? long.MaxValue)
        && amounts.Flops <= (Flops ?? double.PositiveInfinity)
        && amounts.Money <= (Money ?? double.PositiveInfinity);

    /// <summary>Whether <paramref name="cost"/>, of models of these sizes, stays within every limit but that on time.</summary>
    public bool Covers(Cost cost, ModelSizes sizes) => Covers(Amounts.Of(cost, sizes));
}
