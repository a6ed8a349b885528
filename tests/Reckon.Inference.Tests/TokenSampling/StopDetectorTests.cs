using System.Collections.Immutable;
using CsCheck;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class StopDetectorTests
{
    [Fact]
    public void Cuts_at_the_same_place_however_the_text_is_cut_into_tokens()
    {
        var letters = Gen.Int[0, 3].Select(i => "abc\n"[i]);
        Gen.Select(letters.Array[1, 40], letters.Array[1, 4].Array[1, 3], Gen.Int[1, 5].Array[60]).Sample(
            (text, stops, lengths) =>
            {
                ImmutableArray<string> texts = [.. stops.Select(stop => new string(stop)).Distinct()];
                var expected = CutOf(new string(text), texts, Enumerable.Repeat(1, text.Length));
                Assert.Equal(expected, CutOf(new string(text), texts, lengths));
            },
            iter: 5_000);
    }

    [Theory]
    [InlineData("abcabd", "abd", 3)]
    [InlineData("aabab", "ab", 1)]
    [InlineData("abc", "x", null)]
    [InlineData("abcd", "bc,abcd", 1)] // Complete first.
    [InlineData("abcd", "cd,bcd", 1)] // Of those complete together, the one that begins first.
    public void Cuts_before_the_stop_that_is_complete_first(string text, string stops, int? cut) =>
        Assert.Equal(cut, CutOf(text, [.. stops.Split(',')], Enumerable.Repeat(1, text.Length)));

    [Fact]
    public void Forgets_what_no_stop_can_begin_in_any_more()
    {
        var detector = new StopDetector(["abc"], ["a", "xa"]);

        Assert.Equal(0, detector.CutOf("bc"));
        detector.CloseStep("b");
        detector.CloseStep("x");
        Assert.Null(detector.CutOf("c"));
    }

    [Fact]
    public void Does_not_mind_a_stop_that_ends_in_an_earlier_step() =>
        Assert.Null(new StopDetector(["ab", "wxyz"], ["ab"]).CutOf("c"));

    private static int? CutOf(string text, ImmutableArray<string> stops, IEnumerable<int> lengths)
    {
        var (detector, end) = (new StopDetector(stops, []), 0);
        foreach (var length in lengths)
        {
            end = Math.Min(text.Length, end + length);
            if (detector.CutOf(text[..end]) is { } cut)
            {
                return cut;
            }
        }

        return null;
    }
}
