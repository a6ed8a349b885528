namespace Reckon.Evaluation;

/// <summary>Finds answers by one rule and compares them by another.</summary>
internal sealed class AnswerGrader(IAnswerExtractor extractor, IAnswerComparer comparer) : IGrader
{
    /// <inheritdoc/>
    public ExtractedAnswer Extract(string solution)
    {
        var (status, text, rule) = extractor.Find(new Completion(solution));
        return new ExtractedAnswer(status, text, text is null ? null : comparer.Key(text), rule);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string?> GroupKeys(IReadOnlyList<ExtractedAnswer> answers) =>
        comparer.GroupKeys([.. answers.Select(answer => answer.Text)]);

    /// <inheritdoc/>
    public Grade Grade(string reference, string? answer) => string.IsNullOrWhiteSpace(answer)
        ? new Grade(false, GradeStatus.NoAnswer)
        : comparer.Compare(reference, answer);
}
