using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Text;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// The accuracy that k answers give, for every k up to the size of a run's pools: means over the seeds of a problem, then over
/// problems, rounded to
/// six decimals. A curve's first number is for k = 1; a rule that was not asked for is null.
/// </summary>
/// <param name="Run">The <see cref="StrategySpec.Label"/> of the strategy that drew the pools.</param>
/// <param name="N">Answers in each pool.</param>
/// <param name="Problems">Problems with a whole pool, at least 1; the others are left out.</param>
/// <param name="Seeds">Seeds of the sweep: pools of a problem, counting those that were left out.</param>
/// <param name="LeftOut">Pools that had fewer answers than <paramref name="N"/>, as their budget ended the search.</param>
/// <param name="Points">k = 1, 2, 4, … and n, with intervals.</param>
/// <param name="PassAtK">Chance that at least one of k answers is correct.</param>
/// <param name="MajorityAtK">Chance that the one that majority chooses among k answers is correct.</param>
/// <param name="BestAtK">Chance that the one that best chooses is correct.</param>
/// <param name="WeightedAtK">Chance that the one that weighted chooses is correct.</param>
/// <param name="Aggregation">The aggregation whose scores the answers have; null where the sweep names only one.</param>
public sealed record PoolSummary(
    string Run,
    int N,
    int Problems,
    int Seeds,
    int LeftOut,
    ImmutableArray<PoolPoint> Points,
    [property: JsonConverter(typeof(OneLineConverter))]
    ImmutableArray<double> PassAtK,
    [property: JsonConverter(typeof(OneLineConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    ImmutableArray<double>? MajorityAtK = null,
    [property: JsonConverter(typeof(OneLineConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    ImmutableArray<double>? BestAtK = null,
    [property: JsonConverter(typeof(OneLineConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    ImmutableArray<double>? WeightedAtK = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Aggregation? Aggregation = null);
