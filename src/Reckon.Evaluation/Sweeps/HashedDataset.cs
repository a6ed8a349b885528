using System.Text.Json;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Text;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Which problems a sweep takes, and how their lines and answers are read, as its hash has it.</summary>
internal static class HashedDataset
{
    /// <summary>Writes the key <c>dataset</c>.</summary>
    public static void Write(Utf8JsonWriter writer, DatasetSource source, SweepContents contents)
    {
        writer.WriteStartObject("dataset");
        writer.WriteTexts("exclude", source.Exclude ?? []);
        writer.WritePropertyName("extraction");
        ExtractionRulesConverter.Write(writer, contents.Answers.Extraction);
        writer.WriteTexts("ids", source.Ids ?? []);
        writer.WriteString("kind", CamelCase.Of(contents.Answers.Kind));
        if (source.Limit is { } limit)
        {
            writer.WriteNumber("limit", limit);
        }

        if (contents.Answers.Policy != AnswerPolicy.Default)
        {
            writer.WritePropertyName("policy");
            AnswerPolicyKeys.Write(writer, contents.Answers.Policy);
        }

        WriteRows(writer, contents.Rows);
        WriteSample(writer, source.Sample);
        writer.WriteString("sha256", contents.DatasetSha256);
        WriteWhere(writer, source.Where);
        writer.WriteEndObject();
    }

    private static void WriteSample(Utf8JsonWriter writer, ProblemSample? sample)
    {
        if (sample is null)
        {
            return;
        }

        writer.WriteStartObject("sample");
        writer.WriteNumber("count", sample.Count);
        writer.WriteNumber("seed", sample.Seed);
        writer.WriteEndObject();
    }

    private static void WriteWhere(Utf8JsonWriter writer, ProblemFilter? where)
    {
        if (where is null)
        {
            return;
        }

        writer.WriteStartObject("where");
        if (where.Levels is { } levels)
        {
            writer.WriteStartArray("level");
            levels.Order().ToList().ForEach(level => writer.WriteNumberValue(level));
            writer.WriteEndArray();
        }

        writer.WriteTexts("subject", where.Subjects ?? []);
        writer.WriteEndObject();
    }

    // Only what differs from the default, so that a dataset with the usual field names keeps the hash that it always had.
    private static void WriteRows(Utf8JsonWriter writer, RowFormat rows)
    {
        if (rows == RowFormat.Default)
        {
            return;
        }

        writer.WriteStartObject("rows");
        writer.WriteStartObject("fields");
        WriteField(writer, "answer", rows.Fields.Answer, DatasetFields.Default.Answer);
        WriteField(writer, "id", rows.Fields.Id, DatasetFields.Default.Id);
        WriteField(writer, "level", rows.Fields.Level, DatasetFields.Default.Level);
        WriteField(writer, "problem", rows.Fields.Problem, DatasetFields.Default.Problem);
        WriteField(writer, "subject", rows.Fields.Subject, DatasetFields.Default.Subject);
        writer.WriteEndObject();
        if (rows.IdPrefix is { } prefix)
        {
            writer.WriteString("idPrefix", prefix);
        }

        if (rows.Reference is { } reference)
        {
            writer.WritePropertyName("reference");
            ExtractionRulesConverter.Write(writer, reference);
        }

        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, string name, string? field, string? standard)
    {
        if (field != standard)
        {
            writer.WriteString(name, field);
        }
    }
}
