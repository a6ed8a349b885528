using System.Security.Cryptography;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Search;

namespace Reckon.Evaluation.Datasets;

/// <summary>Reads a dataset: one JSON object per line. All lines are checked, also those after the limit.</summary>
public static class DatasetParser
{
    /// <summary>The dataset in <paramref name="file"/>, or everything that is wrong with it, by line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limit">The most problems taken, at least 1; null for all.</param>
    /// <param name="excluded">Ids of the problems that are left out of them.</param>
    public static Validated<Dataset> Parse(DatasetFile file, int? limit, IReadOnlyCollection<string>? excluded = null)
    {
        var log = new DiagnosticLog(file.Path);
        var rows = DatasetRows.Read(file, log);
        var isExcluded = (excluded ?? []).Select(CanonicalText.Compose).ToHashSet(StringComparer.Ordinal);
        ReportStrangers(isExcluded, rows, log);
        List<Problem> taken = [.. rows.Take(limit ?? int.MaxValue).Select(row => row.Problem)];
        List<Problem> kept = [.. taken.Where(problem => !isExcluded.Contains(CanonicalText.Compose(problem.Id)))];
        if (kept.Count == 0 && log.IsClean)
        {
            log.Add(0, 0, "", $"dataset.exclude leaves none of {taken.Count} problems", "Take ids out of it, or raise dataset.limit");
        }

        if (!log.IsClean)
        {
            return new Validated<Dataset>.Invalid(log.InOrder());
        }

        return new Validated<Dataset>.Valid(new Dataset(
            file.Name,
            Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
            file.Answers,
            file.Rows,
            [.. kept],
            file.Notes)
        {
            Excluded = taken.Count - kept.Count,
        });
    }

    private static void ReportStrangers(HashSet<string> excluded, List<DatasetRow> rows, DiagnosticLog log)
    {
        if (!log.IsClean)
        {
            return; // An id may be missing because its line is wrong.
        }

        List<string> known = [.. rows.Select(row => CanonicalText.Compose(row.Problem.Id))];
        foreach (var stranger in excluded.Except(known).Order(StringComparer.Ordinal))
        {
            log.Add(0, 0, "", $"dataset.exclude names {Quoted.Of(stranger)}, and no problem has this id", RemedyFor(stranger, known));
        }
    }

    private static string RemedyFor(string stranger, List<string> known) =>
        Spelling.Nearest(stranger, known) is { } nearest ? $"Did you mean {Quoted.Of(nearest)}?" : "Correct it, or take it out";
}
