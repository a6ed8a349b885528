using Reckon.Search;

namespace Reckon.Evaluation.Datasets;

/// <summary>One problem of a dataset.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Problem">The problem; parts of it are empty where the line is wrong, which has been reported.</param>
/// <param name="Solution">A solution written out; null where the line has none.</param>
internal readonly record struct DatasetRow(int Line, Problem Problem, string? Solution);
