namespace Reckon.Grading.Extraction;

/// <summary>
/// Takes what follows the last <c>####</c>, up to the end of the line, without the marks of bold text: the convention of GSM8K.
/// </summary>
internal sealed class HashMarksExtractor : IAnswerExtractor
{
    private const string Padding = " \t*_`";

    /// <inheritdoc/>
    public ExtractionResult Find(Completion completion)
    {
        var text = completion.Text;
        var marker = text.LastIndexOf(AnswerExtractors.HashMarks, StringComparison.Ordinal);
        if (marker < 0)
        {
            return ExtractionResult.None;
        }

        var rest = text[(marker + AnswerExtractors.HashMarks.Length)..];
        var end = rest.IndexOfAny('\r', '\n');
        if (end < 0 && completion.IsCut)
        {
            return ExtractionResult.Truncated;
        }

        return ExtractionResult.Of((end < 0 ? rest : rest[..end]).Trim(Padding));
    }
}
