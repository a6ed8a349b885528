using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A report as Markdown; its plots are files beside it.</summary>
public static class ReportMarkdown
{
    /// <summary>The text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="plotFolder">Where the plots are, relative to the file.</param>
    public static string Of(StudyReport report, string plotFolder)
    {
        var text = new StringBuilder($"# {SafeText.Markdown(report.Summary.Name)}\n\n");
        foreach (var fact in ReportFacts.Of(report))
        {
            text.Append($"- {SafeText.Markdown(fact)}\n");
        }

        foreach (var section in ReportSections.Of(report))
        {
            text.Append($"\n## {SafeText.Markdown(section.Title)}\n");
            section.Text.ToList().ForEach(paragraph => text.Append($"\n{SafeText.Markdown(paragraph)}\n"));
            section.Plots.ToList().ForEach(plot => text.Append($"\n![{SafeText.Markdown(plot.Title)}]({plotFolder}/{plot.Name}.svg)\n"));
            section.Tables.ToList().ForEach(table => Append(text, table));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TextTable table)
    {
        text.Append($"\n{SafeText.Markdown(table.Title)}:\n\n");
        Append(text, table.Headers.Select(SafeText.Markdown));
        Append(text, table.Headers.Select((_, column) => column == 0 ? "---" : "---:"));
        table.Rows.ToList().ForEach(row => Append(text, row.Select(SafeText.Markdown)));
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append($"| {string.Join(" | ", cells)} |\n");
}
