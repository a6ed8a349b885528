using System.Runtime.CompilerServices;
using System.Text.Json;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests;

public sealed class AnswerGraderTests : GraderKit
{
    protected override IGrader Grader { get; } = Graders.For(AnswerFormat.Default);

    protected override (string Reference, string Solution) Right => ("42", "6 * 7\n#### 42");

    [Fact]
    public void Grades_every_case_of_the_table() => Assert.All(Cases(), expected =>
    {
        var answer = Grader.Extract(expected.Solution);
        var grade = Grader.Grade(expected.Reference, answer.Text);

        Assert.Equal(
            expected,
            new GradingCase(expected.Solution, expected.Reference, answer.Text, answer.Key, grade.IsCorrect, grade.Status.ToString()));
    });

    [Theory]
    [InlineData("x = 1", "x = 1", true)]
    [InlineData(" x = 1 ", "x = 1", true)]
    [InlineData("X = 1", "x = 1", false)]
    [InlineData("1,000", "1000", true)]
    [InlineData("1000.0", "1000", false)]
    public void Compares_text_exactly_and_whole_numbers_by_value(string answer, string reference, bool correct) =>
        Assert.Equal(new Grade(correct, GradeStatus.Graded), Graders.For(new AnswerFormat("####", AnswerKind.Text)).Grade(reference, answer));

    [Theory]
    [InlineData(@"\boxed{1}$ and $\boxed{2}", ExtractionStatus.Several, "1, 2")]
    [InlineData(@"\boxed{1,000}$, or $\boxed{1000}", ExtractionStatus.Answered, "1000")]
    public void Takes_one_answer_in_two_spellings_for_one(string solution, ExtractionStatus status, string text) =>
        Assert.Equal(new ExtractedAnswer(status, text, text, "boxed"), Graders.For(new AnswerFormat("boxed", AnswerKind.WholeNumber)).Extract(solution));

    [Fact]
    public void There_is_no_grader_for_an_unknown_extraction() =>
        Assert.Throws<ArgumentException>(() => Graders.For(new AnswerFormat("guess", AnswerKind.Text)));

    private static IEnumerable<GradingCase> Cases([CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test) ?? "", "grading.cases.jsonl");
        return File.ReadLines(path).Select(line => JsonSerializer.Deserialize<GradingCase>(line, JsonSerializerOptions.Web)!); // Each line is a case.
    }
}
