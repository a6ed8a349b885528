using Reckon.Grading.Comparison;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests.Mathematics;

public sealed class MathematicsGraderTests : GraderKit
{
    protected override AnswerFormat Format => new(AnswerExtractors.HashMarks, AnswerKind.Mathematics);

    protected override (string Reference, string Solution) Right => (@"\frac{1}{2}", "so\n#### 0.5");

    [Theory]
    [InlineData(@"\frac12", "2/4", true, GradeStatus.Graded)]
    [InlineData(@"\frac12", "1/3", false, GradeStatus.Graded)]
    [InlineData(@"\frac12", @"\int x dx", false, GradeStatus.Unparsable)]
    [InlineData(@"\int x dx", @"\int x\,dx", true, GradeStatus.Graded)]
    [InlineData(@"\int x dx", "5", false, GradeStatus.Undecided)]
    [InlineData("5", "9^{9^9}", false, GradeStatus.Undecided)]
    [InlineData("5", "  ", false, GradeStatus.NoAnswer)]
    [InlineData("5", @"\,", false, GradeStatus.NoAnswer)]
    public void Says_wrong_only_of_what_was_compared(string reference, string answer, bool correct, GradeStatus status) =>
        Assert.Equal(new Grade(correct, status), GraderOf(reference).Grade(ExtractedAnswer.Given(answer)));

    [Theory]
    [InlineData(@"\frac{1}{2}", null)]
    [InlineData(@"\text{east}", null)]
    [InlineData(@"\int x dx", "mathematics, or a word")]
    [InlineData("9^{9^9}", "mathematics within the limits of length and size")]
    public void Says_what_a_reference_should_be(string reference, string? missing) =>
        Assert.Equal(missing, new MathematicsComparer(AnswerPolicy.Default).ExpectedForm(reference));
}
