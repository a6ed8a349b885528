using System.Globalization;
using System.Text;
using CsCheck;
using Reckon.Search.Text;

namespace Reckon.Search.Tests.Text;

public sealed class CanonicalTextTests
{
    // Letters, marks of several classes, Hangul in parts and whole, and what is never composed.
    private static readonly int[] _points =
        [0x41, 0x65, 0x6F, 0xE9, 0x300, 0x301, 0x316, 0x323, 0x327, 0x338, 0x344, 0x958, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x1E69, 0x212B, 0x2ADC, 0x1D15E];

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u212B", "\u00C5")] // The sign of the unit is the letter.
    [InlineData("s\u0307\u0323", "\u1E69")] // Marks in either order.
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\u0958", "\u0915\u093C")] // Never composed.
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")] // From Unicode's own test file.
    public void Spells_what_looks_alike_in_one_way(string text, string composed) => Assert.Equal(composed, CanonicalText.Compose(text));

    [Fact]
    public void Is_as_it_was_when_it_is_composed_again() => Gen.Int[0, _points.Length - 1].Select(place => _points[place]).Array[0, 12].Sample(points =>
    {
        var once = CanonicalText.Compose(TextOf(points));
        return CanonicalText.Compose(once) == once;
    });

    [Fact]
    public void Agrees_with_the_runtime_where_that_has_its_library()
    {
        Assert.SkipUnless("e\u0301".IsNormalized(NormalizationForm.FormD) && "e\u0301".Normalize() == "\u00E9", "The runtime runs without its library of Unicode.");
        Gen.Int[0, _points.Length - 1].Select(place => _points[place]).Array[0, 12].Sample(points => CanonicalText.Compose(TextOf(points)) == TextOf(points).Normalize());
        foreach (var point in Enumerable.Range(0, 0x30000).Where(IsAssigned))
        {
            var text = char.ConvertFromUtf32(point);
            Assert.True(CanonicalText.Compose(text) == text.Normalize(), $"U+{point:X4}");
        }
    }

    private static bool IsAssigned(int point) =>
        point is < 0xD800 or > 0xDFFF && CharUnicodeInfo.GetUnicodeCategory(point) != UnicodeCategory.OtherNotAssigned;

    private static string TextOf(int[] points) => string.Concat(points.Select(char.ConvertFromUtf32));
}
