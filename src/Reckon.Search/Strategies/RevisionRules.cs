using Reckon.Search.Randomness;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>How located revisions choose where to begin.</summary>
/// <param name="Place">The rule.</param>
/// <param name="Prior">What stands for the score of an answer without steps, in [0, 1].</param>
/// <param name="Penalty">What a place loses for each step tried there after the first, under <see cref="PlaceRule.Fall"/>.</param>
/// <param name="LeastGain">A gain below this is not sought: a fresh answer is drawn, under <see cref="PlaceRule.Gain"/>.</param>
/// <param name="Retries">
/// Draws that may repeat a tried step before the repetition counts, under <see cref="PlaceRule.Fall"/>; with 0 no step is repeated.
/// </param>
/// <param name="Ranking">How the scores of an answer's steps become one.</param>
/// <param name="Chance">What decides whether a step is repeated.</param>
internal sealed record RevisionRules(
    PlaceRule Place, double Prior, double Penalty, double LeastGain, int Retries, Aggregation Ranking, RandomKey Chance);
