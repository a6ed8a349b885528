using System.Collections.Immutable;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Exchanges;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.StudyReports;

/// <summary>All that a report says, computed; how it is shown is another matter.</summary>
/// <param name="Summary">The sweep's summary.</param>
/// <param name="Spec">What was asked.</param>
/// <param name="Table">The outcomes.</param>
/// <param name="Families">The families of methods that were chosen from.</param>
/// <param name="Binnings">The ways in which problems were put into bins.</param>
/// <param name="Agreements">How far they agree, and how stable they are.</param>
/// <param name="Policies">The compute-optimal curves.</param>
/// <param name="Comparisons">Runs against the baseline at the same n.</param>
/// <param name="Claims">Claims, checked.</param>
/// <param name="Exchanges">The exchange with a larger model; empty without one.</param>
/// <param name="Calibration">How well scores say what is right; empty without trees.</param>
/// <param name="Chosen">What chosen solutions look like; empty without trees.</param>
/// <param name="Notes">What the report could not say, and why.</param>
public sealed record StudyReport(
    SweepSummary Summary,
    StudySpec Spec,
    StudyTable Table,
    ImmutableArray<MethodFamily> Families,
    ImmutableArray<Binning> Binnings,
    ImmutableArray<BinAgreement> Agreements,
    ImmutableArray<PolicyPoint> Policies,
    ImmutableArray<RunComparison> Comparisons,
    ImmutableArray<ClaimResult> Claims,
    ImmutableArray<ExchangePoint> Exchanges,
    ImmutableArray<CalibrationBin> Calibration,
    ImmutableArray<ChosenSigns> Chosen,
    ImmutableArray<string> Notes);
