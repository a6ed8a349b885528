using System.Globalization;
using System.Text;
using CsCheck;

namespace Reckon.Inference.Tests.Bpe;

/// <summary>Texts that find the differences between tokenizers: mathematics, odd white space, marks, and characters of all planes.</summary>
internal static class OddTexts
{
    private static readonly string[] _pieces =
    [
        " ", "  ", "\n", "\n\n", "\n\n\n", "\r\n", "\t", " ", " ", "　", "'s", "'S", "'ſ", "'ll", "don't", "the", " the", "The", " answer is ",
        "Step 1: ", "## Step 2", "12", "1234567", " 3.14", "½", "x²", "٣٤", "\\boxed{", "}", "$", "$$", "\\frac{1}{2}", "==", " = ", "<think>", "<<", ">>", " QED ", "QED",
        "aQED", "▁", "▁▁", "é", "e\u0301", "a\u0308\u0323", "한국", "\u1112\u1161\u11AB", "日本語", "ﬁ", "Å", "İ", "ß", "😀", "👩‍👩‍👧", "𝒳", "𐐷", "\u200B", "\uFEFF", "\0", "ก็", "\u0327\u0301c",
    ];

    public static Gen<string> All { get; } = Gen.OneOf(
            Gen.Int[0, _pieces.Length - 1].Select(i => _pieces[i]),
            Gen.Int[0x20, 0x7E].Select(value => $"{(char)value}"),
            Gen.Int[0x80, 0x2FFF].Select(Letter),
            Gen.Int[0x10000, 0x1FFFF].Select(Letter))
        .List[0, 24].Select(string.Concat);

    /// <summary>The same, without characters that the library of the format may not know.</summary>
    /// <remarks>Marks are ordered by their classes. The library's tables are of an older Unicode than ours.</remarks>
    public static Gen<string> Known { get; } = All.Where(text => !text.EnumerateRunes().Any(MayBeNewToTheLibrary));

    private static bool MayBeNewToTheLibrary(Rune rune) => rune.Value is not (>= 0x300 and <= 0x36F)
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string Letter(int value) => Rune.IsValid(value) ? new Rune(value).ToString() : "";
}
