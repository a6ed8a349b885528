namespace Reckon.Evaluation;

/// <summary>Reads a dataset's descriptor. Fields that mean nothing to a sweep, such as a license, are left alone.</summary>
public static class DescriptorParser
{
    private const string WholeNumbers = "integer";
    private const string Text = "text";

    private static readonly string[] _kinds = [WholeNumbers, Text];

    /// <summary>The descriptor in <paramref name="bytes"/>, or everything that is wrong with it.</summary>
    public static Validated<DatasetDescriptor> Parse(byte[] bytes, string fileName)
    {
        var log = new DiagnosticLog(fileName);
        var descriptor = StrictUtf8.Decode(bytes, log) is not null && JsonSection.Parse(StrictUtf8.WithoutMark(bytes), 1, log) is { } section
            ? new DatasetDescriptor(section.OptionalText("name"), section.OptionalText("version") ?? "", ReadAnswers(section))
            : DatasetDescriptor.Absent;
        return log.IsClean
            ? new Validated<DatasetDescriptor>.Valid(descriptor)
            : new Validated<DatasetDescriptor>.Invalid(log.InOrder());
    }

    private static AnswerFormat? ReadAnswers(JsonSection section)
    {
        if (section.OptionalSection("answer") is not { } answer)
        {
            return null;
        }

        var extraction = answer.OptionalText("extraction") ?? AnswerExtractors.HashMarks;
        if (!AnswerExtractors.Names.Contains(extraction))
        {
            answer.Report("extraction", $"the extraction {Quoted.Of(extraction)} is unknown", Spelling.Remedy(extraction, AnswerExtractors.Names));
        }

        var kind = answer.OptionalText("kind") ?? WholeNumbers;
        if (!_kinds.Contains(kind))
        {
            answer.Report("kind", $"the kind {Quoted.Of(kind)} is unknown", Spelling.Remedy(kind, _kinds));
        }

        return new AnswerFormat(extraction, kind == Text ? AnswerKind.Text : AnswerKind.WholeNumber);
    }
}
