using System.Text.Json.Serialization;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Reports;

/// <summary>The accuracy that k answers of a pool give, with intervals. A rule that was not asked for is null.</summary>
/// <param name="K">Answers, from 1 to the pool's size.</param>
/// <param name="PassAtK">That one of them is correct.</param>
/// <param name="MajorityAtK">That the one that majority chooses is correct.</param>
/// <param name="BestAtK">That the one that best chooses is correct.</param>
/// <param name="WeightedAtK">That the one that weighted chooses is correct.</param>
public sealed record PoolPoint(
    int K,
    MeanEstimate PassAtK,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MeanEstimate? MajorityAtK = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MeanEstimate? BestAtK = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MeanEstimate? WeightedAtK = null)
{
    /// <summary>The estimate of <paramref name="rule"/>; null where it was not asked for.</summary>
    public MeanEstimate? Of(SelectionRule rule) => rule switch
    {
        SelectionRule.Majority => MajorityAtK,
        SelectionRule.Best => BestAtK,
        SelectionRule.Weighted => WeightedAtK,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown selection rule."),
    };
}
