using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.Running;

/// <summary>The results of a sweep.</summary>
/// <param name="Summary">The numbers.</param>
/// <param name="Outcomes">The documents of all outcomes, in the order of problems and trials.</param>
/// <param name="Status">Which trials failed, and why.</param>
internal sealed record SweepResults(SweepSummary Summary, ImmutableArray<string> Outcomes, SweepStatus Status);
