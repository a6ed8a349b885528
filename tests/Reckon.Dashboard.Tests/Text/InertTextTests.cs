using Reckon.Dashboard.Text;

namespace Reckon.Dashboard.Tests.Text;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("1 + 1 = 2", "1 + 1 = 2")]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("a\u0000b", "a[\\u{0}]b")]
    [InlineData("\u001b[2J", "[\\u{1b}][2J")]
    [InlineData("12\u202e34", "12[\\u{202e}]34")]
    [InlineData("a\u2066b\u200bc", "a[\\u{2066}]b[\\u{200b}]c")]
    [InlineData("\r", "[\\u{d}]")]
    [InlineData("<b>", "<b>")]
    public void What_could_hide_or_reorder_others_is_spelled(string text, string shown) =>
        Assert.Equal(shown, Shown(InertText.Of(text)));

    [Fact]
    public void On_one_line_a_line_break_is_spelled() => Assert.Equal("a[\\u{a}]b", Shown(InertText.Of("a\nb", isOneLine: true)));

    [Fact]
    public void A_heap_of_accents_does_not_cover_other_lines() =>
        Assert.Equal(6, InertText.Of("a" + new string('\u0301', 10)).Parts.Count(part => part.IsSpelled));

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        var text = InertText.Of(new string('x', 1_000_000));
        Assert.Equal((InertText.MostCharacters, 980_000), (text.Parts.Sum(part => part.Text.Length), text.LeftOut));
    }

    [Fact]
    public void A_cut_does_not_split_a_character()
    {
        var text = InertText.Of("\ud83d\ude00", most: 1);
        Assert.Equal(("", 2), (Shown(text), text.LeftOut));
    }

    private static string Shown(InertText text) => string.Concat(text.Parts.Select(part => part.IsSpelled ? $"[{part.Text}]" : part.Text));
}
