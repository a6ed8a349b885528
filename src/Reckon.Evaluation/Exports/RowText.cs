using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Evaluation.StudyReports;

namespace Reckon.Evaluation.Exports;

/// <summary>Rows as lines of a file.</summary>
public static class RowText
{
    /// <summary>A row of CSV (RFC 4180), with its line break.</summary>
    public static string Csv(IEnumerable<object?> row) => $"{string.Join(',', row.Select(value => ReportCsv.Cell(TrialRows.Text(value))))}\r\n";

    /// <summary>A line of JSON, with its line break.</summary>
    public static string Json(ImmutableArray<string> columns, ImmutableArray<object?> row)
    {
        var line = new JsonObject();
        foreach (var (name, value) in columns.Zip(row))
        {
            line[name] = Value(value);
        }

        return $"{line.ToJsonString()}\n";
    }

    private static JsonValue? Value(object? value) => value switch
    {
        null => null,
        bool truth => JsonValue.Create(truth),
        int whole => JsonValue.Create(whole),
        long whole => JsonValue.Create(whole),
        double number => JsonValue.Create(number),
        _ => JsonValue.Create(TrialRows.Text(value)),
    };
}
