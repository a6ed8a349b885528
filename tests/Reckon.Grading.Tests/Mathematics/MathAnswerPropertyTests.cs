using CsCheck;
using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Testing;

namespace Reckon.Grading.Tests.Mathematics;

public sealed class MathAnswerPropertyTests
{
    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    private static readonly (string, string)[] _names = [("x", "x"), ("y", "(y)"), (@"\pi", "π"), ("i", @"\sqrt{-1}"), ("e", "{e}")];

    private static readonly Gen<(string Text, string Other)> _leaf = Gen.OneOf(
        Gen.Int[1, 40].Select(number => ($"{number}", $"{number}.0")),
        Gen.Select(Gen.Int[1, 9], Gen.Int[2, 9]).Select((top, bottom) => ($@"\frac{{{top}}}{{{bottom}}}", $"({2 * top}/{2 * bottom})")),
        Gen.Int[2, 20].Select(number => ($@"\sqrt{{{number}}}", $@"\frac{{{number}}}{{\sqrt{{{number}}}}}")),
        Gen.Int[0, _names.Length - 1].Select(index => _names[index]));

    // Two spellings of one expression.
    private static readonly Gen<(string Text, string Other)> _expression = Expressions(3);

    [Fact]
    public void Two_spellings_of_an_expression_are_equal() => _expression.Sample(pair =>
        Assert.Equal((Equivalence.Equal, pair.Text, pair.Other), (Compare(pair.Text, pair.Other), pair.Text, pair.Other)));

    [Fact]
    public void An_expression_differs_from_its_neighbour() => _expression.Sample(pair =>
        Assert.Equal((Equivalence.NotEqual, pair.Text), (Compare(pair.Text, $"({pair.Other})+1"), pair.Text)));

    [Fact]
    public void Spellings_without_a_quotient_of_sums_share_a_key() => Gen.Select(_leaf, _leaf).Sample((left, right) => Assert.Equal(
        MathAnswer.Parse($"{left.Text}({right.Text}+2)", _policy).Key,
        MathAnswer.Parse($"2 \\cdot {left.Other} + {right.Other} \\cdot {left.Other}", _policy).Key));

    [Fact]
    public void Every_answer_equals_itself_and_comparing_is_symmetric()
    {
        var mutations = new AnswerMutations(11);
        for (var count = 0; count < 3_000; count++)
        {
            var (one, other) = (mutations.Next(), mutations.Next());

            if (MathAnswer.Parse(one, _policy).Status != AnswerStatus.NoAnswer && MathAnswer.Parse(other, _policy).Status != AnswerStatus.NoAnswer)
            {
                Assert.Equal((Compare(one, other), one, other), (Compare(other, one), one, other));
                Assert.Equal((Equivalence.Equal, one), (Compare(one, one), one));
            }
        }
    }

    [Fact]
    public void One_key_means_one_verdict()
    {
        var mutations = new AnswerMutations(12);
        var texts = Enumerable.Range(0, 3_000).Select(_ => mutations.Next()).ToArray();
        var references = ((string[])["42", @"\frac12", "x", "(1,2)", "1,-2", @"12\text{ cm}"]).Select(text => MathAnswer.Parse(text, _policy)).ToArray();

        Assert.All(
            texts.Select(text => MathAnswer.Parse(text, _policy)).Where(answer => answer.Status != AnswerStatus.NoAnswer).GroupBy(answer => answer.Key),
            same => Assert.All(references, reference =>
                Assert.Single(same.Select(answer => MathEquivalence.Compare(reference, answer, _policy)).Distinct())));
    }

    private static Gen<(string Text, string Other)> Expressions(int depth) => depth == 0
        ? _leaf
        : Gen.Frequency(
            (1, _leaf),
            (3, Gen.Select(Expressions(depth - 1), Expressions(depth - 1), Gen.Int[0, 2]).Select((left, right, kind) => kind switch
            {
                0 => ($"{left.Text}+({right.Text})", $"({right.Other})+{left.Other}"),
                1 => ($"({left.Text})-({right.Text})", $"-({right.Other})+({left.Other})"),
                _ => ($"({left.Text})({right.Text})", $@"({right.Other}) \cdot ({left.Other})"),
            })));

    private static Equivalence Compare(string reference, string answer) =>
        MathEquivalence.Compare(MathAnswer.Parse(reference, _policy), MathAnswer.Parse(answer, _policy), _policy);
}
