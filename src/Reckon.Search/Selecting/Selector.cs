using Reckon.Search.Verification;

namespace Reckon.Search.Selecting;

/// <summary>A way of choosing an answer: a rule, and where a sweep compares several, the aggregation whose scores it chooses by.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Aggregation">
/// The aggregation; null where the sweep names only one, and for majority, which chooses by no score.
/// </param>
public readonly record struct Selector(SelectionRule Rule, Aggregation? Aggregation = null);
