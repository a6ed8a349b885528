using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Text;
using Reckon.Grading;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Search;
using Reckon.Search.Controls;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Sweeps;

/// <summary>
/// The identity of what a sweep draws and judges. Whatever can change that is in it; the sweep's name, where its files lie, and the
/// version of grading are not: what was drawn can be graded anew. Where a strategy looks at answers, or an oracle scores them, that version
/// decides what is drawn, and is in it.
/// </summary>
public static class SweepHash
{
    /// <summary>SHA-256 of <see cref="Canonical"/>, in lower-case hex.</summary>
    public static string Of(SweepSpec spec, SweepContents contents) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(spec, contents))));

    /// <summary>
    /// The one spelling of what a sweep means: JSON without spaces, its keys in alphabetical order, every default written out.
    /// </summary>
    public static string Canonical(SweepSpec spec, SweepContents contents)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteAggregations(writer, spec);
            WriteBudget(writer, spec.Budget, spec.SweepBudget);
            WriteControl(writer, spec.Control);
            WriteDataset(writer, spec.Dataset, contents);
            writer.WriteNumber("drawingVersion", DrawingVersion.Current);
            var isLedByGrades = spec.Control?.Kind == ControlKind.Oracle
                || spec.Strategies.Any(strategy => strategy.Definition.NeedsAnswers);
            var isJudged = contents.VerifierFingerprint is not null || spec.Control is not null;
            WriteUnlessNull(writer, "gradingVersion", isLedByGrades ? GradingVersion.Current : null);
            WriteUnlessNull(writer, "judgingVersion", isJudged ? JudgingVersion.Current : null);
            WriteModels(writer, contents);
            if (spec.OnOverlong != OverlongPolicy.Error)
            {
                writer.WriteString("onOverlong", CamelCase.Of(spec.OnOverlong));
            }

            WriteSampling(writer, spec.Sampling);
            WriteSeeds(writer, spec);
            WriteSelections(writer, spec);
            WriteStrategies(writer, spec);
            WriteTies(writer, spec.Ties);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteAggregations(Utf8JsonWriter writer, SweepSpec spec)
    {
        if (spec.OtherAggregations is null)
        {
            writer.WriteString("aggregation", CamelCase.Of(spec.Aggregation));
            return;
        }

        writer.WriteStartArray("aggregation");
        foreach (var aggregation in spec.Aggregations)
        {
            writer.WriteStringValue(CamelCase.Of(aggregation));
        }

        writer.WriteEndArray();
    }

    private static void WriteBudget(Utf8JsonWriter writer, Budget budget, SweepBudget? sweep)
    {
        writer.WriteStartObject("budget");
        WriteUnlessNull(writer, "flops", budget.Flops);
        WriteUnlessNull(writer, "generations", budget.Generations);
        WriteUnlessNull(writer, "seconds", budget.Seconds);
        if (sweep is not null)
        {
            writer.WriteStartObject("sweep");
            WriteUnlessNull(writer, "flops", sweep.Flops);
            WriteUnlessNull(writer, "seconds", sweep.Seconds);
            WriteUnlessNull(writer, "tokens", sweep.Tokens);
            WriteUnlessNull(writer, "trials", sweep.Trials);
            writer.WriteEndObject();
        }

        WriteUnlessNull(writer, "tokens", budget.Tokens);
        if (budget != Budget.Unlimited)
        {
            writer.WriteNumber("version", BudgetingVersion.Current);
        }

        writer.WriteEndObject();
    }

    private static void WriteControl(Utf8JsonWriter writer, VerifierControl? control)
    {
        switch (control)
        {
            case null:
                break;
            case { Share: { } share }:
                writer.WriteStartObject("control");
                writer.WriteNumber(CamelCase.Of(control.Kind), share + 0.0); // −0 and 0 are one share.
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("control", CamelCase.Of(control.Kind));
                break;
        }
    }

    private static void WriteDataset(Utf8JsonWriter writer, DatasetSource source, SweepContents contents)
    {
        writer.WriteStartObject("dataset");
        WriteTexts(writer, "exclude", source.Exclude ?? []);
        writer.WritePropertyName("extraction");
        ExtractionRulesConverter.Write(writer, contents.Answers.Extraction);
        WriteTexts(writer, "ids", source.Ids ?? []);
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

    // Nothing for an empty list: a sweep that does not name a key keeps the hash that it had before there was such a key.
    private static void WriteTexts(Utf8JsonWriter writer, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(key);
        foreach (var text in texts.Order(StringComparer.Ordinal))
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
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

        WriteTexts(writer, "subject", where.Subjects ?? []);
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

    private static void WriteModels(Utf8JsonWriter writer, SweepContents contents)
    {
        writer.WriteStartObject("models");
        writer.WriteString("proposer", contents.ProposerFingerprint);
        if (contents.VerifierFingerprint is { } verifier)
        {
            writer.WriteString("verifier", verifier);
        }

        writer.WriteEndObject();
    }

    // Values that change nothing are left out, so that a sweep that does not name them keeps its hash.
    private static void WriteSampling(Utf8JsonWriter writer, Sampling sampling)
    {
        writer.WriteStartObject("sampling");
        WriteUnless(writer, "frequencyPenalty", sampling.FrequencyPenalty, 0);
        writer.WriteNumber("maxAnswerTokens", sampling.MaxAnswerTokens);
        writer.WriteNumber("maxStepTokens", sampling.MaxStepTokens);
        WriteUnless(writer, "minP", sampling.MinP, 0);
        WriteUnless(writer, "presencePenalty", sampling.PresencePenalty, 0);
        WriteUnless(writer, "repetitionPenalty", sampling.RepetitionPenalty, 1);
        WriteTexts(writer, "stop", sampling.Stop); // In any order: whichever is complete first ends the answer.
        writer.WriteNumber("temperature", sampling.Temperature + 0.0); // −0 and 0 are one temperature.
        WriteUnless(writer, "topK", sampling.TopK, 0);
        WriteUnless(writer, "topP", sampling.TopP, 1);
        writer.WriteEndObject();
    }

    private static void WriteUnlessNull(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteUnlessNull(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteUnless(Utf8JsonWriter writer, string name, double value, double plain)
    {
        if (value != plain)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void WriteSeeds(Utf8JsonWriter writer, SweepSpec spec)
    {
        writer.WriteStartArray("seeds");
        foreach (var seed in spec.Seeds)
        {
            writer.WriteNumberValue(seed);
        }

        writer.WriteEndArray();
    }

    private static void WriteSelections(Utf8JsonWriter writer, SweepSpec spec)
    {
        writer.WriteStartArray("selections");
        foreach (var rule in spec.Selections.Order())
        {
            writer.WriteStringValue(CamelCase.Of(rule));
        }

        writer.WriteEndArray();
    }

    private static void WriteTies(Utf8JsonWriter writer, TieRule ties)
    {
        if (ties != TieRule.First)
        {
            writer.WriteString("ties", CamelCase.Of(ties));
        }
    }

    private static void WriteStrategies(Utf8JsonWriter writer, SweepSpec spec)
    {
        writer.WriteStartArray("strategies");
        foreach (var strategy in spec.Strategies)
        {
            writer.WriteStartObject();
            writer.WriteStartObject(strategy.Definition.Version is { } version ? $"{strategy.Name}@{version}" : strategy.Name);
            ParameterJson.Write(writer, strategy.Values.OrderBy(value => value.Key, StringComparer.Ordinal));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
