using System.Runtime.CompilerServices;
using System.Text.Json;
using Reckon.Grading.Comparison;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests;

public sealed class AnswerGraderTests : GraderKit
{
    protected override AnswerFormat Format => AnswerFormat.Default;

    protected override (string Reference, string Solution) Right => ("42", "6 * 7\n#### 42");

    [Fact]
    public void Grades_every_case_of_the_table() => Assert.All(Cases(), expected =>
    {
        var grader = GraderOf(expected.Reference);
        var answer = grader.Extract(expected.Solution);
        var grade = grader.Grade(answer);

        Assert.Equal(
            expected,
            new GradingCase(expected.Solution, expected.Reference, answer.Text, grader.GroupKeys([answer])[0], grade.IsCorrect, grade.Status.ToString()));
    });

    [Theory]
    [InlineData("x = 1", "x = 1", true)]
    [InlineData(" x = 1 ", "x = 1", true)]
    [InlineData("X = 1", "x = 1", false)]
    [InlineData("1,000", "1000", true)]
    [InlineData("1000.0", "1000", false)]
    public void Compares_text_exactly_and_whole_numbers_by_value(string answer, string reference, bool correct) =>
        Assert.Equal(new Grade(correct, GradeStatus.Graded), Graders.For(new AnswerFormat("####", AnswerKind.Text), reference).Grade(ExtractedAnswer.Given(answer)));

    [Theory]
    [InlineData("18.", "18")]
    [InlineData("$18", "18")]
    [InlineData(@"\$18", "18")]
    [InlineData("-$18", "-18")]
    [InlineData("18 dollars", "18")]
    [InlineData("18.00", "18")]
    [InlineData("**18**", "18")]
    [InlineData("12{,}000", "12000")]
    [InlineData(@"12,\!000", "12000")]
    [InlineData("12 000 km.", "12000")]
    [InlineData("12\u202F000", "12000")]
    [InlineData("25%", "25")]
    [InlineData("１２", "12")]
    [InlineData("18.50", null)]
    [InlineData("18 thousand", null)]
    [InlineData("18 and a half", null)]
    [InlineData("18 or 19", null)]
    [InlineData("18x", null)]
    [InlineData("18 x", null)]
    [InlineData("--18", null)]
    [InlineData("1 2345", null)]
    public void Reads_whole_numbers_with_what_people_write_around_them(string answer, string? number)
    {
        var grader = GraderOf(number ?? "18");

        Assert.Equal(number, number is null ? null : grader.GroupKeys([ExtractedAnswer.Given(answer)])[0]);
        Assert.Equal(
            new Grade(number is not null, number is null ? GradeStatus.Unparsable : GradeStatus.Graded), grader.Grade(ExtractedAnswer.Given(answer)));
    }

    [Theory]
    [InlineData(@"\boxed{1}$ and $\boxed{2}", ExtractionStatus.Several, "1, 2")]
    [InlineData(@"\boxed{1,000}$, or $\boxed{1000}", ExtractionStatus.Answered, "1000")]
    public void Takes_one_answer_in_two_spellings_for_one(string solution, ExtractionStatus status, string text) =>
        Assert.Equal(new ExtractedAnswer(status, text, "boxed"), Graders.For(new AnswerFormat("boxed", AnswerKind.WholeNumber), "1").Extract(solution));

    [Fact]
    public void There_is_no_grader_for_an_unknown_extraction() =>
        Assert.Throws<ArgumentException>(() => Graders.For(new AnswerFormat("guess", AnswerKind.Text), "1"));

    [Fact]
    public void Reads_the_reference_and_each_text_once_and_grades_a_text_once()
    {
        var comparer = new CountingComparer();
        var grader = new AnswerGrader(new RulesInOrder("boxed"), comparer, "7");
        for (var trial = 0; trial < 3; trial++)
        {
            var answers = new[] { @"\boxed{7}", @"\boxed{8}", @"So \boxed{7}" }.Select(grader.Extract).ToList();
            grader.GroupKeys(answers);
            Assert.Equal([true, false, true], answers.Select(answer => grader.Grade(answer).IsCorrect));
        }

        Assert.Equal((3, 2), (comparer.Readings, comparer.Comparisons)); // "7" is read as the reference and as an answer.
    }

    [Fact]
    public void Grades_what_it_can_no_longer_remember()
    {
        var grader = GraderOf("5");
        var longTexts = Enumerable.Range(0, 100).Select(index => ExtractedAnswer.Given(new string('0', 4_000) + index));

        Assert.Equal([5], longTexts.Index().Where(answer => grader.Grade(answer.Item).IsCorrect).Select(answer => answer.Index));
    }

    private static IEnumerable<GradingCase> Cases([CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test) ?? "", "grading.cases.jsonl");
        return File.ReadLines(path).Select(line => JsonSerializer.Deserialize<GradingCase>(line, JsonSerializerOptions.Web)!); // Each line is a case.
    }
}
