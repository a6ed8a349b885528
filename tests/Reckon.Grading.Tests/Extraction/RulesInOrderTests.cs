using System.Collections.Immutable;
using System.Diagnostics;
using CsCheck;
using Reckon.Grading.Extraction;

namespace Reckon.Grading.Tests.Extraction;

public sealed class RulesInOrderTests
{
    private const int Texts = 200_000;

    private static readonly ImmutableArray<RulesInOrder> _rules =
        [new(new ExtractionRules(AnswerExtractors.Names)), .. AnswerExtractors.Names.Select(name => new RulesInOrder(name))];

    private static readonly Gen<string> _fragment = Gen.OneOf(
        @"\boxed{", @"\boxed", @"\fbox{", "{", "}", "{", "}", @"\{", @"\", @"\\", " ", "\n", "5", "12", ",", ".", "-", "\u2212", "$", "$$",
        @"\(", @"\]", "#", "####", "The answer is ", "answer:", "final ANSWER ", "**", "<think>", "</think>", "<|im_end|>", " and ", "x",
        @"\frac{1}{2}", "\0", "\ud800", "\udc00", "é", "\uFEFF");

    private static readonly Gen<string> _text = Gen.OneOf(_fragment.Array[0, 30].Select(string.Concat), Gen.String);

    // Balanced by construction: any braces, no command.
    private static readonly Gen<string> _balanced = Gen.Recursive<string>((depth, inner) => depth == 4
        ? Gen.OneOf("1", "x^2", @"\{", @"\}", @"\\")
        : Gen.OneOf(
            Gen.OneOf("7", "a ", @"\}"),
            inner.Select(content => $"{{{content}}}"),
            Gen.Select(inner, inner, (first, second) => first + second)));

    [Fact]
    public void Never_throws_and_gives_text_exactly_when_it_says_so() => Gen.Select(_text, Gen.Bool).Sample(
        (text, isCut) =>
        {
            foreach (var rules in _rules)
            {
                var found = rules.Find(new Completion(text, isCut));
                Assert.Equal(found.Status is ExtractionStatus.Answered or ExtractionStatus.Several, found.Text is not null);
                Assert.True(found.Text is null || found.Text.Trim() is { Length: > 0 } trimmed && trimmed == found.Text);
                Assert.True(found.Rule is not null || found.Status is ExtractionStatus.NoAnswer or ExtractionStatus.Truncated);
            }
        },
        iter: Texts);

    [Fact]
    public void Finds_the_last_balanced_box_whatever_stands_around_it()
    {
        var before = _fragment.Where(fragment => !fragment.Contains("</think>", StringComparison.Ordinal) && fragment != "<think>").Array[0, 20].Select(string.Concat);
        var after = Gen.String[Gen.Char["{}\\ab, 1$\n"], 0, 40];
        Gen.Select(before, _balanced, after).Sample(
            (noise, content, rest) =>
            {
                var found = new RulesInOrder(AnswerExtractors.Boxed).Find(new Completion($"{noise}{new string(' ', 80)}\\boxed{{{content}}}{rest}"));

                Assert.Equal((ExtractionStatus.Answered, content.Trim()), (found.Status, found.Text));
            },
            iter: Texts / 4);
    }

    [Fact]
    public void Says_the_same_of_a_text_behind_a_thought_as_of_the_text_alone() => Gen.Select(_text, _text, Gen.Bool).Sample((thought, text, isCut) =>
    {
        foreach (var rules in AnswerExtractors.Names.Where(name => !name.EndsWith("-anywhere", StringComparison.Ordinal)).Select(name => new RulesInOrder(name)))
        {
            if (text.Contains("</think>", StringComparison.Ordinal))
            {
                break;
            }

            var alone = rules.Find(new Completion(text, isCut));
            var behind = rules.Find(new Completion($"{thought}</think>{text}", isCut));
            Assert.Equal((alone.Status, alone.Text, alone.Rule), (behind.Status, behind.Text, behind.Rule));
        }
    });

    [Theory]
    [InlineData(@"\boxed{")]
    [InlineData(@"\boxed")]
    [InlineData(@"\boxed{}")]
    [InlineData(@"\boxed{{")]
    [InlineData(@"\boxed 1")]
    [InlineData(@"\fbox{\boxed{")]
    [InlineData("{")]
    [InlineData("answer")]
    [InlineData("answer is ")]
    [InlineData("ANSWER:\n")]
    [InlineData("####")]
    [InlineData("#")]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData(",111")]
    [InlineData("</think>")]
    [InlineData("<think>")]
    [InlineData("x", "answer: ")]
    [InlineData(" ", "answer: ")]
    [InlineData(",111", @"\boxed 1")]
    [InlineData("{", @"\boxed{")]
    [InlineData("x", @"\boxed{")]
    [InlineData("x", @"\boxed{}")]
    public void A_mebibyte_of_anything_is_done_in_no_time(string piece, string head = "")
    {
        var text = string.Concat([.. Enumerable.Repeat(head, 10_000), .. Enumerable.Repeat(piece, (1 << 20) / piece.Length)]);
        foreach (var rules in _rules)
        {
            Assert.InRange(FastestOf(5, rules, text), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
    }

    // The machine may be busy; what takes time that grows with the square takes minutes.
    private static TimeSpan FastestOf(int times, RulesInOrder rules, string text) => Enumerable.Range(0, times).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        rules.Find(new Completion(text));
        return Stopwatch.GetElapsedTime(start);
    });
}
