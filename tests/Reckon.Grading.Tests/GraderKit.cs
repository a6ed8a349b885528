using CsCheck;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests;

/// <summary>What every grader must hold to.</summary>
public abstract class GraderKit
{
    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["#0123456789,-+ \n\u2212a\\{}"], 0, 30],
        Gen.Int.Select(number => $"so\n#### {number}"));

    protected abstract AnswerFormat Format { get; }

    /// <summary>The reference of some problem, and a solution that gives it.</summary>
    protected abstract (string Reference, string Solution) Right { get; }

    [Fact]
    public void Calls_the_reference_correct()
    {
        var (reference, solution) = Right;
        var grader = GraderOf(reference);

        Assert.Equal(new Grade(true, GradeStatus.Graded), grader.Grade(grader.Extract(solution)));
    }

    [Fact]
    public void No_answer_is_neither_correct_nor_graded() =>
        Assert.Equal(new Grade(false, GradeStatus.NoAnswer), GraderOf(Right.Reference).Grade(new ExtractedAnswer(ExtractionStatus.NoAnswer, null, null)));

    [Fact]
    public void Takes_any_solution_and_gives_a_text_where_it_says_so() => _text.Sample(solution =>
    {
        var answer = GraderOf(Right.Reference).Extract(solution);

        Assert.Equal(answer.Status is ExtractionStatus.Answered or ExtractionStatus.Several, !string.IsNullOrEmpty(answer.Text));
    });

    [Fact]
    public void Takes_any_answer_and_calls_only_what_it_graded_correct() => Gen.Select(_text, _text).Sample((reference, answer) =>
    {
        var grade = GraderOf(reference).Grade(ExtractedAnswer.Given(answer));

        Assert.True(!grade.IsCorrect || grade.Status == GradeStatus.Graded);
    });

    [Fact]
    public void Answers_that_vote_under_one_key_get_one_grade() => Gen.Select(Gen.Int[-5000, 5000], Gen.Int[-5000, 5000]).Sample((number, reference) =>
    {
        string[] spellings = [$"{number}", number < 0 ? $"\u2212{-number}" : $"+{number}", number < 0 ? $"-0{-number}" : $"00{number}"];
        var grader = GraderOf($"{reference}");
        var answers = spellings.Select(spelling => grader.Extract($"#### {spelling}")).ToList();

        Assert.Single(grader.GroupKeys(answers).Distinct());
        Assert.Single(answers.Select(grader.Grade).Distinct());
    });

    [Fact]
    public void A_text_is_graded_the_same_whatever_was_graded_before() => Gen.Select(_text, _text.Array[0, 20]).Sample((reference, answers) =>
    {
        var grader = GraderOf(reference);
        ExtractedAnswer[] given = [.. answers.Select(ExtractedAnswer.Given), .. answers.Select(ExtractedAnswer.Given)];

        Assert.Equal(given.Select(GraderOf(reference).Grade), given.Reverse().Select(grader.Grade).Reverse());
        Assert.Equal(given.Select(answer => GraderOf(reference).Grade(answer)), given.Select(grader.Grade));
    });

    protected IGrader GraderOf(string reference) => Graders.For(Format, reference);
}
