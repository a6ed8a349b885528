using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A run against another one on the same problems.</summary>
/// <param name="Run">The run.</param>
/// <param name="Baseline">The other.</param>
/// <param name="Difference">How far it is ahead.</param>
/// <param name="Corrected">The p-value, corrected for the number of comparisons.</param>
public sealed record RunComparison(StudyRun Run, StudyRun Baseline, PairedDifference Difference, double Corrected);
