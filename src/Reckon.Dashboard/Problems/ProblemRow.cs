using System.Collections.Immutable;

namespace Reckon.Dashboard.Problems;

/// <summary>A problem with its trials.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Its subject; empty where it has none.</param>
/// <param name="Level">Its level; 0 where it has none.</param>
/// <param name="Trials">Its trials with an outcome, in the sweep's order.</param>
public sealed record ProblemRow(string Id, string Subject, int Level, ImmutableArray<TrialVerdict> Trials);
