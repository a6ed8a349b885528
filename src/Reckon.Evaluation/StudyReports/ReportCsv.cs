using System.Text;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A table as CSV (RFC 4180), with its headers.</summary>
public static class ReportCsv
{
    /// <summary>The text.</summary>
    public static string Of(TextTable table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows.Prepend(table.Headers))
        {
            text.Append($"{string.Join(',', row.Select(Cell))}\r\n");
        }

        return text.ToString();
    }

    /// <summary>A cell: quoted where it has to be, and never the beginning of a formula.</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '@' ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
