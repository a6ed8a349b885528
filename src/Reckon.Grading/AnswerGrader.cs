using Reckon.Grading.Comparison;
using Reckon.Grading.Extraction;
using Reckon.Grading.Grades;

namespace Reckon.Grading;

/// <summary>Finds answers by one rule and compares them by another.</summary>
internal sealed class AnswerGrader(IAnswerExtractor extractor, IAnswerComparer comparer) : IGrader
{
    /// <inheritdoc/>
    public ExtractedAnswer Extract(string solution)
    {
        var found = extractor.Find(new Completion(solution));
        if (found.Status == ExtractionStatus.Several && found.Parts.DistinctBy(comparer.Key).Count() == 1)
        {
            // "12x - 34, or -34 + 12x" is one answer, spelled twice.
            found = new ExtractionResult(ExtractionStatus.Answered, found.Parts[^1], found.Rule);
        }

        return new ExtractedAnswer(found.Status, found.Text, found.Text is { } text ? comparer.Key(text) : null, found.Rule);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string?> GroupKeys(IReadOnlyList<ExtractedAnswer> answers) =>
        comparer.GroupKeys([.. answers.Select(answer => answer.Text)]);

    /// <inheritdoc/>
    public Grade Grade(string reference, string? answer) => string.IsNullOrWhiteSpace(answer)
        ? new Grade(false, GradeStatus.NoAnswer)
        : comparer.Compare(reference, answer);
}
