using Reckon.Search;

namespace Reckon.Evaluation.Datasets;

/// <summary>One problem of a dataset.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Problem">The problem; parts of it are empty where the line is wrong, which has been reported.</param>
internal readonly record struct DatasetRow(int Line, Problem Problem);
