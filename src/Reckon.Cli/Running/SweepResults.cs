using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.Running;

/// <summary>The results of a sweep whose outcomes are written.</summary>
/// <param name="Summary">The numbers.</param>
/// <param name="Status">Which trials failed, and why.</param>
internal sealed record SweepResults(SweepSummary Summary, SweepStatus Status);
