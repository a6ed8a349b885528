namespace Reckon.Evaluation;

/// <summary>Takes what stands behind the last <c>####</c> for the answer, up to the end of the line: the convention of GSM8K.</summary>
internal sealed class HashMarksExtractor : IAnswerExtractor
{
    /// <inheritdoc/>
    public Extraction Find(Completion completion)
    {
        var text = completion.Text;
        var marker = text.LastIndexOf(AnswerExtractors.HashMarks, StringComparison.Ordinal);
        if (marker < 0)
        {
            return Extraction.None;
        }

        var rest = text[(marker + AnswerExtractors.HashMarks.Length)..];
        var end = rest.IndexOfAny('\r', '\n');
        if (end < 0 && completion.IsCut)
        {
            return Extraction.Truncated;
        }

        return Extraction.Of(end < 0 ? rest : rest[..end]);
    }
}
