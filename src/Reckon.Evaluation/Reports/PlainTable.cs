using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Reports;

/// <summary>Draws a table as aligned text for a terminal.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    /// <summary>Appends an empty line and <paramref name="table"/>.</summary>
    public static void Append(StringBuilder text, TextTable table)
    {
        ImmutableArray<ImmutableArray<string>> lines = [table.Headers, .. table.Rows];
        var widths = table.Headers.Select((_, column) => lines.Max(line => SafeText.Terminal(line[column]).Length)).ToArray();
        text.Append($"\n{SafeText.Terminal(table.Title)}\n");
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => column == 0
                ? SafeText.Terminal(cell).PadRight(widths[column])
                : SafeText.Terminal(cell).PadLeft(widths[column]));
            text.Append($"{string.Join(Gap, cells).TrimEnd()}\n");
        }
    }
}
