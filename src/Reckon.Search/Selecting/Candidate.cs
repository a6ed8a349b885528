namespace Reckon.Search.Selecting;

/// <summary>A solution as selection sees it.</summary>
/// <param name="Answer">The key that equal answers share; null when no answer was found in the solution.</param>
/// <param name="Score">The verifier's aggregated score, in [0, 1].</param>
/// <param name="Chain">The chain of revisions that it belongs to, from 0; null where it stands for itself.</param>
public readonly record struct Candidate(string? Answer, double Score, int? Chain = null);
