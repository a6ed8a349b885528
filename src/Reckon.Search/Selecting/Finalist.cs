namespace Reckon.Search.Selecting;

/// <summary>A finished solution that wants to vote.</summary>
/// <param name="IsKept">Whether the strategy still kept it when the search ended.</param>
/// <param name="Score">The verifier's aggregated score, in [0, 1].</param>
public readonly record struct Finalist(bool IsKept, double Score);
