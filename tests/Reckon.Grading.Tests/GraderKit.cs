using CsCheck;
using Reckon.Grading.Extraction;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests;

/// <summary>What every grader must hold to.</summary>
public abstract class GraderKit
{
    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["#0123456789,-+ \n\u2212a\\{}"], 0, 30],
        Gen.Int.Select(number => $"so\n#### {number}"));

    protected abstract IGrader Grader { get; }

    /// <summary>The reference of some problem, and a solution that gives it.</summary>
    protected abstract (string Reference, string Solution) Right { get; }

    [Fact]
    public void Calls_the_reference_correct()
    {
        var (reference, solution) = Right;

        Assert.Equal(new Grade(true, GradeStatus.Graded), Grader.Grade(reference, Grader.Extract(solution).Text));
    }

    [Fact]
    public void No_answer_is_neither_correct_nor_graded() =>
        Assert.Equal(new Grade(false, GradeStatus.NoAnswer), Grader.Grade(Right.Reference, null));

    [Fact]
    public void Takes_any_solution_and_gives_text_and_key_together_or_not_at_all() => _text.Sample(solution =>
    {
        var answer = Grader.Extract(solution);

        Assert.Equal(answer.Status is ExtractionStatus.Answered or ExtractionStatus.Several, !string.IsNullOrEmpty(answer.Text));
        Assert.Equal(answer.Text is null, answer.Key is null);
    });

    [Fact]
    public void Takes_any_answer_and_calls_only_what_it_graded_correct() => Gen.Select(_text, _text).Sample((reference, answer) =>
    {
        var grade = Grader.Grade(reference, answer);

        Assert.True(!grade.IsCorrect || grade.Status == GradeStatus.Graded);
    });

    [Fact]
    public void Answers_with_one_key_get_one_grade() => Gen.Select(Gen.Int[-5000, 5000], Gen.Int[-5000, 5000]).Sample((number, reference) =>
    {
        string[] spellings = [$"{number}", number < 0 ? $"\u2212{-number}" : $"+{number}", number < 0 ? $"-0{-number}" : $"00{number}"];
        var answers = spellings.Select(spelling => Grader.Extract($"#### {spelling}")).Where(answer => answer.Key is not null);

        Assert.All(answers.GroupBy(answer => answer.Key), same =>
            Assert.Single(same.Select(answer => Grader.Grade($"{reference}", answer.Text)).Distinct()));
    });
}
