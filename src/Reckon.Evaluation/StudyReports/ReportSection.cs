using System.Collections.Immutable;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A part of a report.</summary>
/// <param name="Name">Short, for links and files: small letters and hyphens.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Sentences above its tables, each a paragraph.</param>
/// <param name="Plots">Its plots.</param>
/// <param name="Tables">Its tables.</param>
public sealed record ReportSection(
    string Name, string Title, ImmutableArray<string> Text, ImmutableArray<Plot> Plots, ImmutableArray<TextTable> Tables);
