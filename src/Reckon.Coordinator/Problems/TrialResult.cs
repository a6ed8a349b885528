using Reckon.Evaluation.Outcomes;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Problems;

/// <summary>A trial that was run to its end.</summary>
/// <param name="Trial">Its number among the trials of its problem.</param>
/// <param name="Search">What was searched.</param>
/// <param name="Graded">Its grades.</param>
internal sealed record TrialResult(int Trial, SearchResult Search, GradedTrial Graded);
