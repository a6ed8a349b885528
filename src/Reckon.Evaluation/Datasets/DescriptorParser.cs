using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Datasets;

/// <summary>
/// Reads a dataset's descriptor. At its top, fields that mean nothing to a sweep, such as a license, are ignored unless
/// they look like a misspelling; its sections are strict.
/// </summary>
public static class DescriptorParser
{
    private static readonly string[] _top = ["name", "version", "fields", "answer"];
    private static readonly string[] _fields = ["id", "problem", "answer", "solution", "subject", "level"];
    private static readonly string[] _answer = ["reference", "extraction", "kind", "policy"];

    /// <summary>The descriptor in <paramref name="bytes"/>, or everything that is wrong with it.</summary>
    public static Validated<DatasetDescriptor> Parse(byte[] bytes, string fileName)
    {
        var log = new DiagnosticLog(fileName);
        var descriptor = StrictUtf8.Decode(bytes, log) is not null
            && JsonSection.ParseFile(StrictUtf8.WithoutMark(bytes), log) is { } section
            ? Read(section)
            : DatasetDescriptor.Absent;
        return log.IsClean
            ? new Validated<DatasetDescriptor>.Valid(descriptor)
            : new Validated<DatasetDescriptor>.Invalid(log.InOrder());
    }

    private static DatasetDescriptor Read(JsonSection section)
    {
        foreach (var key in section.Keys.Except(_top).Where(key => Spelling.Nearest(key, _top) is not null))
        {
            ReportUnknown(section, key, _top);
        }

        section.OptionalText("version"); // For people; a wrong type is a fault nevertheless.
        var answer = section.OptionalSection("answer");
        return new DatasetDescriptor(
            section.OptionalText("name"),
            answer is null ? null : ReadAnswers(answer),
            new RowFormat(ReadFields(section), answer is null ? null : ReadRules(answer, "reference")));
    }

    private static DatasetFields ReadFields(JsonSection descriptor)
    {
        var standard = DatasetFields.Default;
        if (descriptor.OptionalSection("fields") is not { } section)
        {
            return standard;
        }

        ReportUnknown(section, _fields);
        return new DatasetFields(
            ReadField(section, "id", standard.Id),
            ReadField(section, "problem", null) ?? standard.Problem,
            ReadField(section, "answer", null) ?? standard.Answer,
            ReadField(section, "solution", standard.Solution),
            ReadField(section, "subject", standard.Subject),
            ReadField(section, "level", standard.Level));
    }

    // What may be missing is null when the section says null, and has its usual name when it says nothing.
    private static string? ReadField(JsonSection section, string key, string? standard)
    {
        if (section.IsNull(key))
        {
            if (standard is null)
            {
                section.Report(key, "expected the name of a field, found nothing", "Name the field that holds it");
            }

            return null;
        }

        var name = section.OptionalText(key);
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            section.Report(key, "the name of the field is empty", "Name the field that holds it");
        }

        return name ?? standard;
    }

    private static AnswerFormat ReadAnswers(JsonSection section)
    {
        ReportUnknown(section, _answer);
        var extraction = ReadRules(section, "extraction") ?? AnswerFormat.Default.Extraction;
        var word = section.OptionalText("kind") ?? AnswerKindNames.WholeNumber;
        if (AnswerKindNames.Find(word) is not { } kind)
        {
            section.Report("kind", $"the kind {Quoted.Of(word)} is unknown", Spelling.Remedy(word, AnswerKindNames.All));
            kind = AnswerKind.WholeNumber;
        }

        return new AnswerFormat(extraction, kind) { Policy = ReadPolicy(section, kind) };
    }

    private static AnswerPolicy ReadPolicy(JsonSection answer, AnswerKind kind)
    {
        var policy = AnswerPolicy.Default;
        if (answer.OptionalSection("policy") is not { } section)
        {
            return policy;
        }

        if (kind != AnswerKind.Mathematics)
        {
            answer.Report("policy", "only answers of the kind 'mathematics' are compared by a policy",
                "Write \"kind\": \"mathematics\", or leave it out");
        }

        ReportUnknown(section, AnswerPolicyKeys.Names);
        foreach (var (key, _, set) in AnswerPolicyKeys.Flags)
        {
            policy = section.OptionalFlag(key) is { } value ? set(policy, value) : policy;
        }

        return policy with { RoundedFromDigits = section.OptionalNumber(AnswerPolicyKeys.RoundedFromDigits, 1, AnswerPolicyKeys.MostDigits) };
    }

    private static ExtractionRules? ReadRules(JsonSection section, string key)
    {
        if (section.OptionalTexts(key) is not { } names)
        {
            return null;
        }

        foreach (var name in names.Except(AnswerExtractors.Names))
        {
            section.Report(key, $"the extraction {Quoted.Of(name)} is unknown", Spelling.Remedy(name, AnswerExtractors.Names));
        }

        foreach (var name in names.CountBy(name => name).Where(name => name.Value > 1).Select(name => name.Key))
        {
            section.Report(key, $"duplicate extraction {Quoted.Of(name)}", "Keep the first: a rule that found nothing will not find more");
        }

        return new ExtractionRules(names);
    }

    private static void ReportUnknown(JsonSection section, string[] known)
    {
        foreach (var key in section.Keys.Except(known))
        {
            ReportUnknown(section, key, known);
        }
    }

    private static void ReportUnknown(JsonSection section, string key, string[] known) =>
        section.Report(key, $"the key {Quoted.Of(key)} is unknown", Spelling.Remedy(key, known));
}
