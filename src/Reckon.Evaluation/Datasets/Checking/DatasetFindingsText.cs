using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.Datasets.Checking;

/// <summary>Shows the findings about a dataset that a sweep accepts. Safe in a terminal, whatever the dataset holds.</summary>
public static class DatasetFindingsText
{
    /// <summary>One line with the totals, then tables by subject and by level.</summary>
    public static string Plain(DatasetFindings findings)
    {
        var text = new StringBuilder();
        text.Append(SafeText.Terminal(
            $"OK: {findings.Name}: {Number($"{findings.Problems}")} {(findings.Problems == 1 ? "problem" : "problems")}"));
        text.Append(Number($"; {findings.Repeated} repeated"))
            .Append(findings.Shared is { } shared ? Number($", {shared} also in the other dataset") : "").Append('\n');
        AppendTable(text, "subject", [.. findings.Subjects.Select(subject => (subject.Subject, subject.Problems))]);
        AppendTable(text, "level",
            [.. findings.Levels.Select(level => (level.Level == 0 ? "" : Number($"level {level.Level}"), level.Problems))]);
        return text.ToString();
    }

    // A table of problems that all have none would say nothing.
    private static void AppendTable(StringBuilder text, string name, ImmutableArray<(string Name, int Problems)> rows)
    {
        if (rows.Any(row => row.Name.Length > 0))
        {
            PlainTable.Append(text, new TextTable(
                Number($"Problems by {name}"),
                [name, "problems"],
                [.. rows.Select(row =>
                    (ImmutableArray<string>)[row.Name.Length > 0 ? row.Name : Number($"no {name}"), Number($"{row.Problems}")])]));
        }
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
