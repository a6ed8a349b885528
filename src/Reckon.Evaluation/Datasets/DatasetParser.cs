using System.Security.Cryptography;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets;

/// <summary>Reads a dataset: one JSON object per line. All lines are checked, also those after the limit.</summary>
public static class DatasetParser
{
    /// <summary>The dataset in <paramref name="file"/>, or everything that is wrong with it, by line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limit">The most problems taken, at least 1; null for all.</param>
    public static Validated<Dataset> Parse(DatasetFile file, int? limit)
    {
        var log = new DiagnosticLog(file.Path);
        var rows = DatasetRows.Read(file, log);
        if (!log.IsClean)
        {
            return new Validated<Dataset>.Invalid(log.InOrder());
        }

        return new Validated<Dataset>.Valid(new Dataset(
            file.Name,
            Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
            file.Answers,
            file.Rows,
            [.. rows.Take(limit ?? int.MaxValue).Select(row => row.Problem)],
            file.Notes));
    }
}
