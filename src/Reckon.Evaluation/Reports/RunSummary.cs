using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Strategies;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Reports;

/// <summary>One strategy over the whole dataset, with one way of choosing answers.</summary>
/// <param name="Run">The strategy's <see cref="StrategySpec.Label"/>.</param>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="Parameters">The values of all its parameters, defaults included, n first.</param>
/// <param name="Selection">The rule.</param>
/// <param name="Trials">Trials that have an outcome, at least 1.</param>
/// <param name="Accuracy">Share of correct trials, in [0, 1]; a trial may count in part where ties are averaged.</param>
/// <param name="Low">Lower end of the 95 % confidence interval of <paramref name="Accuracy"/>, clustered by problem.</param>
/// <param name="High">Upper end.</param>
/// <param name="Levels">Accuracy by the problems' level; level 0 holds those that have none.</param>
/// <param name="NoAnswer">Trials in which no solution gave an answer; <c>unanswered</c> in JSON, as it always was.</param>
/// <param name="Unparsable">Trials whose answer could not be read.</param>
/// <param name="Undecided">Trials of whose answer it could not be decided whether it is right; not counted as right.</param>
/// <param name="BudgetExhausted">Trials that ended because nothing of their next round fit the budget; the same for every rule.</param>
/// <param name="Cost">Means over the trials; the same for every rule.</param>
/// <param name="Aggregation">The aggregation by whose scores was chosen; null as in <see cref="Search.Selecting.Selector"/>.</param>
public sealed record RunSummary(
    string Run,
    string Strategy,
    ParameterValues Parameters,
    SelectionRule Selection,
    int Trials,
    double Accuracy,
    double Low,
    double High,
    ImmutableSortedDictionary<int, LevelAccuracy> Levels,
    [property: JsonPropertyName("unanswered")] int NoAnswer,
    int Unparsable,
    int Undecided,
    int BudgetExhausted,
    MeanCost Cost,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Aggregation? Aggregation = null)
{
    /// <summary>Trials that had nothing more to ask, but did not get all that they asked for: a round did not fit their budget.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Narrowed { get; init; }

    /// <summary>Trials whose time was over. Their results depend on the machine.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int TimeExhausted { get; init; }

    /// <summary>The paper's N.</summary>
    public int N => Parameters.N;

    /// <summary>How answers were chosen.</summary>
    public Selector Selector => new(Selection, Aggregation);
}
