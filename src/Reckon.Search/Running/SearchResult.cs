using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>A search that has ended.</summary>
/// <param name="Tree">All that was drawn.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="End">Why it ended.</param>
public sealed record SearchResult(SearchTree Tree, Cost Cost, SearchEnd End);
