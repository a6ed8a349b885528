using System.Diagnostics;
using Reckon.Grading.Answers;
using Reckon.Grading.Comparison;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests.Mathematics;

public sealed class AnswerGroupsTests
{
    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    [Fact]
    public void Equal_answers_meet_under_the_first_of_them() => Assert.Equal([0, 1, 0, 0, 1, 5], Groups("1/2", "x=3", "0.5", @"\frac{2}{4}", "3", "4"));

    [Fact]
    public void What_has_no_common_form_meets_by_evaluation() =>
        Assert.Equal([0, 0, 2], Groups(@"\sin 2x", @"2\sin x\cos x", @"2\sin x"));

    [Fact]
    public void A_missing_answer_is_in_no_group() =>
        Assert.Equal(["5", null, "5"], AnswerGroups.Keys([Read("5"), null, Read("5.0")], _policy));

    [Fact]
    public void Units_that_differ_stay_apart_and_a_bare_number_joins_the_first_of_them() =>
        Assert.Equal([0, 1, 0], Groups(@"12\text{ cm}", @"12\text{ m}", "12"));

    [Fact]
    public void Answers_that_are_not_understood_meet_by_their_spelling() => Assert.Equal([0, 0, 2], Groups(@"\clubsuit 5", @"$\clubsuit  5$", @"\clubsuit"));

    [Fact]
    public void What_is_not_understood_does_not_meet_a_number_that_is_spelled_alike() => Assert.Equal([0, 1, 0], Groups("25", "2 5", "$25$"));

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void Groups_are_those_of_comparing_each_answer_with_every_first_one(int? roundedFromDigits)
    {
        string[] texts =
        [
            "12", @"12\text{ cm}", @"12\text{ m}", "12.0", "x=12", "y=12", @"12\%", "1100_2", "1100", "12_{10}", @"\frac{36}{3}", "11.96", "1/3", "0.333",
            @"\sin 2x", @"2\sin x\cos x", @"\sqrt{3+2\sqrt2}", @"1+\sqrt2", @"\frac{x^2-1}{x-1}", "x+1", "y=x+1", "x-y+1=0", "2x-2y=-2", "x-12=0",
            "(1,2)", "1,2", "2,1", @"\{1,2\}", "x=1,y=2", "[1,2]", @"1\le x\le2", @"\begin{pmatrix}1\\2\end{pmatrix}", @"\begin{pmatrix}1&2\end{pmatrix}",
            "25", "2 5", "$25$", "1:2", "2:4", @"\text{east}", "East", "C", @"\text{(C)}", @"\clubsuit", @"\clubsuit 5", "", "(", "x<1", "-x>-1", @"(-\infty,1)",
        ];
        var policy = _policy with { RoundedFromDigits = roundedFromDigits };
        var random = new Random(20261127);
        for (var vote = 0; vote < 200; vote++)
        {
            var answers = Enumerable.Range(0, 40).Select(_ => MathAnswer.Parse(texts[random.Next(texts.Length)], policy)).ToArray();

            Assert.Equal(OneByOne(answers, policy), AnswerGroups.Keys(answers, policy));
        }
    }

    [Fact]
    public void Compares_no_more_than_its_limit()
    {
        var answers = Enumerable.Range(0, 256).Select(index => $@"\frac{{\sin x}}{{x+{index}+y}}").ToArray();

        Assert.Equal(256, Groups(answers).Distinct().Count());
    }

    [Fact]
    public void A_vote_of_256_different_numbers_takes_milliseconds()
    {
        var answers = Enumerable.Range(0, 256).Select(index => $@"\frac{{{index}}}{{257}}").ToArray();
        var comparer = new MathematicsComparer(_policy);
        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            comparer.GroupKeys([.. answers.Select(comparer.Read)]);
            return Stopwatch.GetElapsedTime(start);
        });

        // Well above what it takes on a free machine, so that a busy one does not fail it.
        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(25));
    }

    private static List<string> OneByOne(MathAnswer[] answers, AnswerPolicy policy)
    {
        var firsts = new List<MathAnswer>();
        var keys = new List<string>();
        foreach (var answer in answers)
        {
            var first = firsts.Find(first => first.Key == answer.Key)
                ?? firsts.Find(first => MathEquivalence.Compare(first, answer, policy) == Equivalence.Equal);
            firsts.AddRange(first is null ? [answer] : []);
            keys.Add((first ?? answer).Key);
        }

        return keys;
    }

    private static int[] Groups(params string[] texts)
    {
        var keys = AnswerGroups.Keys([.. texts.Select(Read)], _policy);
        return [.. keys.Select(key => keys.TakeWhile(first => first != key).Count())];
    }

    private static MathAnswer Read(string text) => MathAnswer.Parse(text, _policy);
}
