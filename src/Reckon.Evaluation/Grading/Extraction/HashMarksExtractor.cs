namespace Reckon.Evaluation;

/// <summary>Takes what stands behind the last <c>####</c> for the answer, up to the end of the line: the convention of GSM8K.</summary>
internal sealed class HashMarksExtractor : IAnswerExtractor
{
    /// <inheritdoc/>
    public Extraction Find(ReadOnlySpan<char> text)
    {
        var marker = text.LastIndexOf(AnswerFormat.HashMarks, StringComparison.Ordinal);
        if (marker < 0)
        {
            return Extraction.None;
        }

        var rest = text[(marker + AnswerFormat.HashMarks.Length)..];
        var end = rest.IndexOfAny('\r', '\n');
        return Extraction.Of(end < 0 ? rest : rest[..end]);
    }
}
