using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Bins of difficulty whose cuts are given, whatever the problems are: so bins of several sweeps mean the same.</summary>
/// <param name="Kind">What is measured: any kind that samples tell.</param>
/// <param name="Cuts">
/// In descending order, one less than there are bins. A problem is in the first bin whose cut its measure is not below: one that is at a cut
/// belongs to the easier bin.
/// </param>
public sealed record ThresholdSpec(DifficultyKind Kind, ImmutableArray<double> Cuts);
