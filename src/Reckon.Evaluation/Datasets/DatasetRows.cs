using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Search.Text;

namespace Reckon.Evaluation.Datasets;

/// <summary>Reads the lines of a dataset: one JSON object each, blank ones left out.</summary>
internal static class DatasetRows
{
    /// <summary>
    /// The rows of <paramref name="file"/>, in its order; what is wrong with them goes to <paramref name="log"/>, by line.
    /// </summary>
    public static List<DatasetRow> Read(DatasetFile file, DiagnosticLog log)
    {
        if (ForeignFormat.Of(StrictUtf8.WithoutMark(file.Bytes).Span) is { } foreign)
        {
            log.Add(0, 0, "", foreign.Message, foreign.Remedy);
            return [];
        }

        if (StrictUtf8.Decode(file.Bytes, log) is null)
        {
            return [];
        }

        var reader = new RowReader(file.Answers, file.Rows);
        List<DatasetRow> rows = [];
        var lineOfId = new Dictionary<string, int>();
        foreach (var (section, line) in Sections(StrictUtf8.WithoutMark(file.Bytes), log))
        {
            var row = reader.Read(section, line);
            var id = CanonicalText.Compose(row.Problem.Id); // Two spellings of one id look alike, and nobody means two problems by them.
            if (id.Length > 0 && !lineOfId.TryAdd(id, line))
            {
                section.Report(
                    file.Rows.Fields.Id ?? "",
                    $"duplicate id {Quoted.Of(row.Problem.Id)}, first used in line {lineOfId[id]}",
                    "Give each problem an id of its own");
            }

            rows.Add(row);
        }

        if (rows.Count == 0 && log.IsClean)
        {
            log.Add(0, 0, "", "the dataset holds no problem", "Write one JSON object per line, with id, problem and answer");
        }

        return rows;
    }

    private static IEnumerable<(JsonSection Section, int Line)> Sections(ReadOnlyMemory<byte> content, DiagnosticLog log)
    {
        for (var line = 1; content.Length > 0; line++)
        {
            var end = content.Span.IndexOf((byte)'\n');
            var current = end < 0 ? content : content[..end];
            content = end < 0 ? default : content[(end + 1)..];
            if (current.Span.ContainsAnyExcept(" \t\r"u8) && JsonSection.ParseLine(current, line, log) is { } section)
            {
                yield return (section, line);
            }
        }
    }
}
