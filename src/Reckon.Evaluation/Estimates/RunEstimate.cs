using System.Text.Json.Serialization;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Estimates;

/// <summary>What a run is expected to cost, nominally. Means per trial, but for the number of trials.</summary>
/// <param name="Run">The run's label.</param>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="Parameters">The values of all its parameters, defaults included, n first.</param>
/// <param name="Trials">Trials of the run: problems × seeds.</param>
/// <param name="Generations">The paper's N.</param>
/// <param name="Answers">Answers' worth of tokens that are drawn.</param>
/// <param name="ProposerTokens">Tokens of the proposer, prompt and generated.</param>
/// <param name="VerifierTokens">Tokens of the verifier.</param>
/// <param name="LongestTokens">Tokens of both models where every answer is as long as it may be, at most the budget.</param>
/// <param name="Flops">Floating-point operations of both models, 2 · parameters · tokens.</param>
public sealed record RunEstimate(
    string Run,
    string Strategy,
    ParameterValues Parameters,
    long Trials,
    int Generations,
    double Answers,
    double ProposerTokens,
    double VerifierTokens,
    double LongestTokens,
    double Flops)
{
    /// <summary>Money of both models; null where none has a price.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Money { get; init; }
}
