using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Sweeps;

/// <summary>
/// The most that all trials of a sweep may spend together; null means no limit in that unit. It decides which problems are admitted, in
/// the dataset's order, and never ends a trial.
/// </summary>
/// <param name="Trials">Limit on trials; at least 1.</param>
/// <param name="Tokens">Limit on the tokens that trials are charged; at least 1.</param>
/// <param name="Flops">Limit on the floating-point operations that trials are charged; above 0.</param>
/// <param name="Seconds">
/// Limit on the time from the start of the sweep, pauses left out; above 0. It makes results depend on the machine.
/// </param>
/// <param name="Money">Limit on the money that trials are charged, in the currency of the models' prices; above 0.</param>
/// <param name="Bill">
/// Limit on what servers bill by their own count, in that currency; above 0. It makes results depend on what their caches hold.
/// </param>
public sealed record SweepBudget(
    int? Trials = null,
    long? Tokens = null,
    double? Flops = null,
    double? Seconds = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Money = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Bill = null)
{
    /// <summary>The share by which a limit may seem to be passed where it is not: three times 0.07 is a little above 0.21.</summary>
    public const double Rounding = 1e-12;
}
