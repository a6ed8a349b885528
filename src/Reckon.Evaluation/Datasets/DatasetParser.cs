using System.Security.Cryptography;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets;

/// <summary>Reads a dataset: one JSON object per line. All lines are checked, also those of problems that are not taken.</summary>
public static class DatasetParser
{
    /// <summary>The dataset in <paramref name="file"/>, or everything that is wrong with it, by line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Which of its problems are taken; its path and descriptor are not looked at.</param>
    public static Validated<Dataset> Parse(DatasetFile file, DatasetSource source)
    {
        var log = new DiagnosticLog(file.Path);
        var rows = DatasetRows.Read(file, log);
        if (!log.IsClean)
        {
            return new Validated<Dataset>.Invalid(log.InOrder()); // A problem may be missing because its line is wrong.
        }

        var (problems, excluded) = TakenProblems.Of([.. rows.Select(row => row.Problem)], source, log);
        if (!log.IsClean)
        {
            return new Validated<Dataset>.Invalid(log.InOrder());
        }

        return new Validated<Dataset>.Valid(new Dataset(
            file.Name,
            Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
            file.Answers,
            file.Rows,
            problems,
            file.Notes)
        {
            Excluded = excluded,
        });
    }
}
