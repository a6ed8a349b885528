using Reckon.Evaluation.Reports;
using Reckon.Grading.Grades;

namespace Reckon.Evaluation.Tests.Reports;

public sealed class NoAnswerNoteTests
{
    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(9, 10, true)]
    [InlineData(8, 10, false)]
    [InlineData(0, 10, false)]
    public void Warns_where_hardly_a_trial_has_an_answer(int without, int trials, bool warns)
    {
        var outcomes = Enumerable.Range(0, trials).Select(i =>
            Some.Outcome($"p{i}", correct: false, status: i < without ? GradeStatus.NoAnswer : GradeStatus.Graded));
        var summary = SummaryBuilder.Build(Some.Sweep, Some.Header, outcomes);

        Assert.Equal(warns ? $"warning: {without} of {trials} trials have no answer" : null, NoAnswerNote.Of(summary)?.Split(',')[0]);
    }

    [Fact]
    public void Says_nothing_of_results_without_trials() => Assert.Null(NoAnswerNote.Of(SummaryBuilder.Build(Some.Sweep, Some.Header, [])));
}
