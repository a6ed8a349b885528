namespace Reckon.Grading.Latex;

/// <summary>
/// The letters and digits that Unicode has once more in bold, italic, script and other styles (the block Mathematical Alphanumeric
/// Symbols): style after style, each in the order of the alphabet.
/// </summary>
internal static class MathematicalAlphabets
{
    private const int FirstLatin = 0x1D400;
    private const int FirstGreek = 0x1D6A8;
    private const int FirstDigit = 0x1D7CE;
    private const int Last = 0x1D7FF;
    private const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";
    private const int DotlessLetters = 4; // Two of them, and two places without a letter, before the Greek ones.

    /// <summary>The plain character that <paramref name="point"/> is a style of; null where it is none.</summary>
    public static char? Plain(int point) => point switch
    {
        >= FirstLatin and < FirstGreek - DotlessLetters => Latin[(point - FirstLatin) % Latin.Length],
        >= FirstGreek and < FirstDigit => Greek[(point - FirstGreek) % Greek.Length],
        >= FirstDigit and <= Last => (char)('0' + ((point - FirstDigit) % 10)),
        _ => null,
    };
}
