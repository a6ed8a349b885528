using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests.Mathematics;

public sealed class CancellationTests
{
    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    [Theory]
    [InlineData(@"\frac{(x+1)(x^2+2)}{(x+1)(x-3)}", @"\frac{x^2+2}{x-3}")]
    [InlineData(@"\frac{x^3-x}{2x^2+2x}", @"\frac{x-1}{2}")]
    [InlineData(@"\frac{x^2-y^2}{x-y}", "x+y")]
    [InlineData(@"\frac{x-y}{x^2-y^2}", @"\frac{1}{x+y}")]
    [InlineData(@"\frac{x^5+x^3}{x^4-1}", @"\frac{x^3}{x^2-1}")]
    [InlineData(@"\frac{\frac13x^2-\frac13}{\frac27x-\frac27}", @"\frac{7}{6}(x+1)")]
    [InlineData(@"\frac{\pi^2-1}{\pi+1}", @"\pi-1")]
    [InlineData("x^0+3x^0y", "1+3y")]
    public void A_common_factor_goes_away(string quotient, string expected) => Assert.Equal(Key(expected), Key(quotient));

    [Theory]
    [InlineData(@"\frac{x^2+1}{x^2-1}")]
    [InlineData(@"\frac{x^{600}+1}{x^2+x+1}")] // Of a degree that is not tried.
    [InlineData(@"\frac{x^3+y}{x+y}")]
    public void What_has_none_stays_a_quotient(string quotient) => Assert.Contains(")/(", Key(quotient), StringComparison.Ordinal);

    [Fact]
    public void A_factor_that_was_multiplied_in_goes_away_again()
    {
        var random = new Random(20261127);
        for (var trial = 0; trial < 300; trial++)
        {
            var (top, bottom, factor) = (Written(random, 4), Written(random, 3), Written(random, 3));

            Assert.Equal(Key($@"\frac{{{top}}}{{{bottom}}}"), Key($@"\frac{{({top})({factor})}}{{({bottom})({factor})}}"));
        }
    }

    private static string Written(Random random, int degree) =>
        $"{random.Next(1, 9)}x^{degree}" + string.Concat(Enumerable.Range(0, degree).Select(power => $"{random.Next(-9, 10):+0;-0}x^{power}"));

    private static string Key(string text)
    {
        var answer = MathAnswer.Parse(text, _policy);
        Assert.Equal(AnswerStatus.Parsed, answer.Status);
        return answer.Key;
    }
}
