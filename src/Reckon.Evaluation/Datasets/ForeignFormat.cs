using System.Text.Json;

namespace Reckon.Evaluation.Datasets;

/// <summary>Recognises a file that is no JSONL as a whole, so that one message says so, and not one a line.</summary>
internal static class ForeignFormat
{
    private static readonly (byte[] Mark, string Name)[] _binary =
    [
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ([0x1F, 0x8B], "compressed with gzip"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive, such as a spreadsheet"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd"),
    ];

    /// <summary>What <paramref name="content"/> is and how it is turned into JSONL; null where it may be JSONL.</summary>
    public static (string Message, string Remedy)? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (mark, name) in _binary)
        {
            if (content.StartsWith(mark))
            {
                return ($"expected JSONL, a JSON object a line, and the file is {name}", "Unpack it, and write one JSON object a line");
            }
        }

        var line = FirstLine(content);
        return line switch
        {
            [] => null,
            [(byte)'[', ..] => (
                "expected JSONL, a JSON object a line, and the file begins as one JSON list",
                "Convert it, such as with: jq -c '.[]' FILE.json > FILE.jsonl"),
            [(byte)'{'] => (
                "expected JSONL, a JSON object a line, and the first object goes over several lines",
                "Convert it, such as with: jq -c . FILE.json > FILE.jsonl"),
            _ when line[0] != (byte)'{' && line.ContainsAny(",;\t"u8) && !IsJson(line) => (
                "expected JSONL, a JSON object a line, and the file looks like a table (CSV or TSV)",
                "Convert it, such as with: python3 -c 'import csv,json,sys; [print(json.dumps(row)) for row in csv.DictReader(sys.stdin)]'"
                + " < FILE.csv > FILE.jsonl"),
            _ => null,
        };
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> content)
    {
        var text = content.TrimStart(" \t\r\n"u8);
        var end = text.IndexOf((byte)'\n');
        return (end < 0 ? text : text[..end]).TrimEnd(" \t\r"u8);
    }

    private static bool IsJson(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
