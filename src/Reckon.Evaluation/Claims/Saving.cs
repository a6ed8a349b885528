using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Claims;

/// <summary>How much less one method costs to reach the level of another.</summary>
/// <param name="Unit">In what the cost is counted.</param>
/// <param name="Reached">The cost at which the level is reached; null where it is not.</param>
/// <param name="Cost">What the other method costs.</param>
/// <param name="Ratio">
/// <paramref name="Cost"/> / <paramref name="Reached"/>, 0 where the level is not reached, with its 95 % bootstrap interval.
/// </param>
/// <param name="IsAtFirst">Whether the level is reached at the smallest n already, so that the saving is at least this.</param>
public sealed record Saving(CostUnit Unit, double? Reached, double Cost, (double Value, ConfidenceInterval Interval) Ratio, bool IsAtFirst);
