namespace Reckon.Evaluation;

/// <summary>Takes what stands behind the last <c>####</c> for the answer, up to the end of the line.</summary>
public sealed class MarkedAnswerGrader(AnswerKind kind) : IGrader
{
    /// <inheritdoc/>
    public ExtractedAnswer Extract(string solution)
    {
        var marker = solution.LastIndexOf(AnswerFormat.HashMarks, StringComparison.Ordinal);
        if (marker < 0)
        {
            return ExtractedAnswer.None;
        }

        var rest = solution.AsSpan(marker + AnswerFormat.HashMarks.Length);
        var end = rest.IndexOfAny('\r', '\n');
        var answer = (end < 0 ? rest : rest[..end]).Trim().ToString();
        return answer.Length == 0 ? ExtractedAnswer.None : new ExtractedAnswer(ExtractionStatus.Answered, answer, Key(answer));
    }

    /// <inheritdoc/>
    public Grade Grade(string reference, string? answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return new Grade(false, GradeStatus.NoAnswer);
        }

        return kind == AnswerKind.WholeNumber && WholeNumber.Canonical(answer) is null
            ? new Grade(false, GradeStatus.Unparsable)
            : new Grade(Key(answer) == Key(reference), GradeStatus.Graded);
    }

    private static string Key(string answer) => WholeNumber.Canonical(answer) ?? answer.Trim();
}
