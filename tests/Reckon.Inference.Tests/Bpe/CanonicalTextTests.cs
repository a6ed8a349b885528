using System.Text;
using CsCheck;
using Reckon.Search.Text;

namespace Reckon.Inference.Tests.Bpe;

/// <summary>Compared with the library of languages, where tests have one.</summary>
public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("a\u0308\u0323", "ạ\u0308")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("\u212B", "Å")]
    [InlineData("\u0958", "\u0915\u093C")] // Excluded from composition.
    public void Composes(string text, string expected) => Assert.Equal(expected, CanonicalText.Compose(text));

    [Fact]
    public void Every_character_alone_and_after_a_letter_is_as_the_library_has_it()
    {
        Assert.SkipUnless("e\u0301".Normalize() == "é", "This machine has no library of languages.");

        // Beyond the first plane the library may know marks that the table, which is older, does not.
        foreach (var point in Enumerable.Range(1, 0xFFFF).Concat(Enumerable.Range(0x1D15E, 0x100)).Concat(Enumerable.Range(0x2F800, 0x220)))
        {
            if (Rune.IsValid(point) && Rune.GetUnicodeCategory(new Rune(point)) != System.Globalization.UnicodeCategory.OtherNotAssigned)
            {
                foreach (var text in (string[])[$"{new Rune(point)}", $"a{new Rune(point)}\u0323", $"\u0344{new Rune(point)}\u0345"])
                {
                    Assert.True(text.Normalize() == CanonicalText.Compose(text), $"U+{point:X}");
                }
            }
        }
    }

    [Fact]
    public void Half_a_character_becomes_a_stand_in() => Assert.Equal("\uFFFDx\u0301", CanonicalText.Compose("\uD800x\u0301"));

    [Fact]
    public void Odd_texts_are_as_the_library_has_them()
    {
        Assert.SkipUnless("e\u0301".Normalize() == "é", "This machine has no library of languages.");
        OddTexts.All.Sample(text => Assert.Equal(text.Normalize(), CanonicalText.Compose(text)));
    }
}
