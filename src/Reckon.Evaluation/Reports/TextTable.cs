using System.Collections.Immutable;

namespace Reckon.Evaluation.Reports;

/// <summary>A table to be shown. Its first column may hold foreign text, which the renderer must make safe.</summary>
/// <param name="Title">One line above it.</param>
/// <param name="Headers">Names of the columns; the first column is text, the others are numbers.</param>
/// <param name="Rows">As many cells each as there are headers.</param>
public sealed record TextTable(string Title, ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows);
