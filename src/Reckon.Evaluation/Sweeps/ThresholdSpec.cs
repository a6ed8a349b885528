using System.Collections.Immutable;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Bins of difficulty whose cuts are given, whatever the problems are: so bins of several sweeps mean the same.</summary>
/// <param name="Measure">What is measured, as files say it: one of <see cref="Measures"/>.</param>
/// <param name="Cuts">
/// In descending order, one less than there are bins. A problem is in the first bin whose cut its measure is not below: one that is at a cut
/// belongs to the easier bin.
/// </param>
public sealed record ThresholdSpec(string Measure, ImmutableArray<double> Cuts)
{
    /// <summary>What can be measured: the difficulties that samples tell, by name.</summary>
    public static ImmutableArray<string> Measures { get; } = ["oracle", "meanScore", "agreement", LogProbability];

    /// <summary>The one measure that is not in [0, 1], but at most 0.</summary>
    internal const string LogProbability = "logProbability";
}
