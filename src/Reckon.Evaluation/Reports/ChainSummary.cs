using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// What revisions do in the chains of a run, whatever selection makes of it: shares of answers, in [0, 1], rounded to six decimals,
/// with 95 % confidence intervals, clustered by problem.
/// </summary>
/// <param name="Run">The <see cref="StrategySpec.Label"/> of the strategy.</param>
/// <param name="Chains">Chains of all trials, at least 1.</param>
/// <param name="RightAfter">
/// Of the answers that stand after as many others of their chain as the place in the list, from 0, the share that is right: pass@1 of the
/// first answer, after one revision, after two.
/// </param>
/// <param name="Low">Lower ends of their intervals.</param>
/// <param name="High">Upper ends.</param>
/// <param name="LastRight">Of the last answers of chains, the share that is right: what one gets who takes the last one.</param>
/// <param name="RevisionsOfRight">Revisions of a right answer.</param>
/// <param name="TurnedWrong">The share of those that is wrong; null where there are none.</param>
/// <param name="RevisionsOfWrong">Revisions of a wrong answer.</param>
/// <param name="TurnedRight">The share of those that is right; null where there are none.</param>
public sealed record ChainSummary(
    string Run,
    int Chains,
    [property: JsonConverter(typeof(OneLineConverter))] ImmutableArray<double> RightAfter,
    [property: JsonConverter(typeof(OneLineConverter))] ImmutableArray<double> Low,
    [property: JsonConverter(typeof(OneLineConverter))] ImmutableArray<double> High,
    MeanEstimate LastRight,
    int RevisionsOfRight,
    MeanEstimate? TurnedWrong,
    int RevisionsOfWrong,
    MeanEstimate? TurnedRight)
{
    /// <summary>Answers of the longest chain.</summary>
    public int Length => RightAfter.Length;
}
