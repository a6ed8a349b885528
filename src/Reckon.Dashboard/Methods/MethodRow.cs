using System.Collections.Immutable;
using Reckon.Evaluation.Reports;

namespace Reckon.Dashboard.Methods;

/// <summary>A method over all n.</summary>
/// <param name="Method">What it is called.</param>
/// <param name="Runs">Its run for each n of the grid; null where there is none.</param>
public sealed record MethodRow(string Method, ImmutableArray<RunSummary?> Runs);
