using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.StudyReports;

/// <summary>What a report is made from.</summary>
/// <param name="Summary">The sweep's summary.</param>
/// <param name="Spec">What is asked.</param>
/// <param name="Table">The outcomes.</param>
/// <param name="Trees">What the sweep's trees say; null where there are none.</param>
/// <param name="Difficulty">What the trees of the sweep that tells difficulty say, with its seeds; null where there is none.</param>
/// <param name="Larger">The larger model's greedy answers by problem id, with its size; null where there is none.</param>
public sealed record StudyMaterial(
    SweepSummary Summary,
    StudySpec Spec,
    StudyTable Table,
    TreeFacts? Trees,
    (TreeFacts Facts, ImmutableArray<long> Seeds)? Difficulty,
    (ImmutableDictionary<string, double> Right, long Parameters)? Larger);
