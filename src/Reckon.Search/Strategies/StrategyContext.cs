using Reckon.Search.Randomness;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>What a strategy is made from, for one search.</summary>
/// <param name="Values">A value for n and for every parameter of the definition, each in its range.</param>
/// <param name="Ranking">How the sweep makes one score of the scores of a prefix's steps.</param>
/// <param name="Chance">
/// The key of the strategy's own random numbers. It follows from seed and problem alone, so a strategy that draws nowhere else
/// plans the same whenever it is asked; the tokens of the proposer come from other keys.
/// </param>
/// <param name="Answers">
/// Which solutions give equal answers. A definition whose strategy asks for that sets <see cref="StrategyDefinition.NeedsAnswers"/>.
/// </param>
public sealed record StrategyContext(ParameterValues Values, Aggregation Ranking, RandomKey Chance, IAnswerGroups Answers);
