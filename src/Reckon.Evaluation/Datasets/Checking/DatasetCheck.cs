using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets.Checking;

/// <summary>Finds what is wrong with a dataset, and what looks odd.</summary>
public static class DatasetCheck
{
    /// <summary>
    /// The findings about <paramref name="file"/>. Two problems are the same when their texts differ in white space only.
    /// </summary>
    /// <param name="file">The dataset.</param>
    /// <param name="other">Another dataset, which should have no problem in common with it, such as a training set; null for none.</param>
    public static DatasetFindings Of(DatasetFile file, DatasetFile? other = null)
    {
        var faults = new DiagnosticLog(file.Path);
        var warnings = new DiagnosticLog(file.Path);
        var rows = DatasetRows.Read(file, faults);
        var repeated = WarnOfRepeats(rows, file.Rows.Fields.Problem, warnings);
        var otherFaults = new DiagnosticLog(other?.Path ?? "");
        int? shared = other is null
            ? null
            : WarnOfShared(rows, file.Rows.Fields.Problem, other.Path, DatasetRows.Read(other, otherFaults), warnings);
        return new DatasetFindings(
            file.Name,
            [.. faults.InOrder(), .. otherFaults.InOrder()],
            warnings.InOrder(),
            file.Notes,
            rows.Count,
            repeated,
            shared,
            [.. rows.CountBy(row => row.Problem.Subject).OrderBy(subject => subject.Key, StringComparer.Ordinal)
                .Select(subject => (subject.Key, subject.Value))],
            [.. rows.CountBy(row => row.Problem.Level).OrderBy(level => level.Key).Select(level => (level.Key, level.Value))]);
    }

    private static int WarnOfRepeats(List<DatasetRow> rows, string field, DiagnosticLog warnings)
    {
        var lineOf = new Dictionary<string, int>();
        var repeated = 0;
        foreach (var (row, text) in Texts(rows))
        {
            if (!lineOf.TryAdd(text, row.Line))
            {
                repeated++;
                warnings.Add(row.Line, 1, field, $"duplicate problem {Quoted.Of(text)}, first in line {lineOf[text]}",
                    "Remove one of them, or it counts twice");
            }
        }

        return repeated;
    }

    private static int WarnOfShared(List<DatasetRow> rows, string field, string otherPath, List<DatasetRow> others, DiagnosticLog warnings)
    {
        var lineOf = new Dictionary<string, int>();
        foreach (var (row, text) in Texts(others))
        {
            lineOf.TryAdd(text, row.Line);
        }

        var shared = 0;
        foreach (var (row, text) in Texts(rows).Where(row => lineOf.ContainsKey(row.Text)))
        {
            shared++;
            warnings.Add(
                row.Line, 1, field, $"the problem {Quoted.Of(text)} is also in line {lineOf[text]} of {Quoted.Of(otherPath)}",
                "Remove it from one of the two if one is a test set and the other a training set");
        }

        return shared;
    }

    // A problem without a text has been reported as a fault.
    private static IEnumerable<(DatasetRow Row, string Text)> Texts(List<DatasetRow> rows) =>
        rows.Where(row => row.Problem.Question.Length > 0).Select(row => (row, Normalized(row.Problem.Question)));

    private static string Normalized(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
