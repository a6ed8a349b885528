using System.Diagnostics;
using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Testing;

namespace Reckon.Grading.Tests.Mathematics;

public sealed class MathAnswerSafetyTests
{
    private const int Mutations = 20_000;

    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    [Fact]
    public void Takes_any_mutated_answer()
    {
        var mutations = new AnswerMutations(7);
        var last = MathAnswer.Parse("1", _policy);
        for (var count = 0; count < Mutations; count++)
        {
            var answer = MathAnswer.Parse(mutations.Next(), _policy);
            MathEquivalence.Compare(last, answer, _policy);
            last = answer;
        }
    }

    [Fact]
    public void Takes_any_text() => CsCheck.Check.Sample(
        CsCheck.Gen.String, text => Assert.Equal(MathAnswer.Parse(text, _policy).Key, MathAnswer.Parse(text, _policy).Key));

    [Theory]
    [InlineData("9^{9^{9^{9^9}}}")]
    [InlineData("2^{100000}")]
    [InlineData("(10!)!")]
    [InlineData("99999!")]
    [InlineData("1e999*1e999*1e999*1e999*1e999*1e999*1e999*1e999*1e999*1e999*1e999*1e999")]
    [InlineData("(a+b+c+d+e+f+g+h)^{60}")]
    [InlineData("(1+x)^{100000}")]
    [InlineData(@"\sin^{100000} x")]
    [InlineData(@"(e^{i\pi/9999})^{9999}")]
    [InlineData(@"\binom{100000}{50000}")]
    public void Refuses_what_grows_too_large(string text) => Assert.Equal(AnswerStatus.TooComplex, MathAnswer.Parse(text, _policy).Status);

    [Theory]
    [InlineData("(")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("|")]
    [InlineData("-")]
    [InlineData("!")]
    [InlineData("x!")]
    [InlineData("'")]
    [InlineData("^")]
    [InlineData("^2")]
    [InlineData("_1")]
    [InlineData("1^")]
    [InlineData("1/")]
    [InlineData("1,")]
    [InlineData("1+")]
    [InlineData("x(")]
    [InlineData(@"\frac")]
    [InlineData(@"\frac{1}{")]
    [InlineData(@"\sqrt")]
    [InlineData(@"\sin")]
    [InlineData(@"\pm")]
    [InlineData(@"(\pm ")]
    [InlineData(@"\text{")]
    [InlineData(@"\begin{pmatrix}")]
    [InlineData(@"\overline{")]
    [InlineData(@"f(")]
    [InlineData(@"\log_")]
    [InlineData("7")]
    [InlineData(" 7")]
    public void Reads_any_piece_however_often_it_is_repeated(string piece)
    {
        foreach (var times in (int[])[2, 50, 400, MathAnswer.MostCharacters / piece.Length, 100_000])
        {
            var answer = MathAnswer.Parse(string.Concat(Enumerable.Repeat(piece, times)), _policy);

            MathEquivalence.Compare(answer, MathAnswer.Parse("x", _policy), _policy);
        }
    }

    [Fact]
    public void Reads_on_a_small_stack()
    {
        var deep = string.Concat(Enumerable.Repeat(@"\sqrt{1+\frac{x}{(", 30));
        var status = AnswerStatus.NoAnswer;
        var thread = new Thread(() => status = MathAnswer.Parse(deep, _policy).Status, maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.NotEqual(AnswerStatus.NoAnswer, status);
    }

    [Fact]
    public void Refuses_a_megabyte_without_reading_it()
    {
        var hostile = new string('(', 1 << 20);
        var fastest = Enumerable.Range(0, 100).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            Assert.Equal(AnswerStatus.TooComplex, MathAnswer.Parse(hostile, _policy).Status);
            return Stopwatch.GetElapsedTime(start);
        });

        // To read it once takes many times as long; the machine may be busy, so the fastest counts.
        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(0.5));
    }

    [Theory]
    [InlineData("__import__('os').system('true')")]
    [InlineData("open('marker', 'w').write('x') or 0")]
    [InlineData("${jndi:ldap://x}")]
    [InlineData("<script>0</script>")]
    public void Code_is_no_answer(string code) => Assert.NotEqual(
        Equivalence.Equal, MathEquivalence.Compare(MathAnswer.Parse("0", _policy), MathAnswer.Parse(code, _policy), _policy));

    [Theory]
    [InlineData("", AnswerStatus.NoAnswer)]
    [InlineData(" \\, $ $ ", AnswerStatus.NoAnswer)]
    [InlineData(@"\text{}", AnswerStatus.NoAnswer)]
    [InlineData("42", AnswerStatus.Parsed)]
    [InlineData(@"\text{east}", AnswerStatus.Parsed)]
    [InlineData("1/0", AnswerStatus.Unparsable)]
    [InlineData(@"\infty-\infty", AnswerStatus.Unparsable)]
    [InlineData("3 4", AnswerStatus.Unparsable)]
    [InlineData(@"\unknown", AnswerStatus.Unparsable)]
    public void Says_what_became_of_an_answer(string text, AnswerStatus status) => Assert.Equal(status, MathAnswer.Parse(text, _policy).Status);
}
