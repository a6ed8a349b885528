using Reckon.Grading.Comparison;
using Reckon.Grading.Extraction;
using Reckon.Grading.Grades;

namespace Reckon.Grading;

/// <summary>Finds answers by one rule and compares them by another.</summary>
internal sealed class AnswerGrader(IAnswerExtractor extractor, IAnswerComparer comparer, string reference) : IGrader
{
    private readonly GradedAnswers _answers = new(comparer, reference);

    /// <inheritdoc/>
    public ExtractedAnswer Extract(string solution)
    {
        var found = extractor.Find(new Completion(solution));
        if (found.Status == ExtractionStatus.Several && found.Parts.DistinctBy(part => _answers.Of(part).Read.Key).Count() == 1)
        {
            // "12x - 34, or -34 + 12x" is one answer, spelled twice.
            found = new ExtractionResult(ExtractionStatus.Answered, found.Parts[^1], found.Rule);
        }

        return new ExtractedAnswer(found.Status, found.Text, found.Rule);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string?> GroupKeys(IReadOnlyList<ExtractedAnswer> answers) =>
        comparer.GroupKeys([.. answers.Select(answer => answer.Text is { } text ? _answers.Of(text).Read : null)]);

    /// <inheritdoc/>
    public Grade Grade(ExtractedAnswer answer) =>
        answer.Text is { } text ? _answers.Of(text).Grade : new Grade(false, GradeStatus.NoAnswer);
}
