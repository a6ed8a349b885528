using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Reckon.Grading.Latex;

/// <summary>
/// Spells characters outside of ASCII as LaTeX does: full-width digits, ¾, μ, superscripts and subscripts, letters of mathematical
/// alphabets. What it does not know stays as it is.
/// </summary>
internal static class UnicodeText
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthOffset = FirstFullWidth - '!';
    private const int FirstStyledLetter = 0x1D400;
    private const int LastStyledLetter = 0x1D6A3;
    private const int FirstStyledDigit = 0x1D7CE;
    private const int LastStyledDigit = 0x1D7FF;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"; // In that order in every style.
    private const int MostGreek = 3; // A longer run of Greek letters is a Greek word.

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ";
    private const string Raised = "0123456789+-()ni";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙᵢ";

    private static readonly FrozenDictionary<char, string> _spellings = Spellings();

    /// <summary>The text with those characters spelled out.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 16);
        for (var position = 0; position < text.Length;)
        {
            position += Append(plain, text.AsSpan(position));
        }

        return plain.ToString();
    }

    // Appends what the text begins with, and returns how many characters that were.
    private static int Append(StringBuilder plain, ReadOnlySpan<char> rest)
    {
        var character = rest[0];
        if (character < 128)
        {
            plain.Append(character);
            return 1;
        }

        if (Script(plain, rest, Superscripts, '^') is > 0 and var raised)
        {
            return raised;
        }

        if (Script(plain, rest, Subscripts, '_') is > 0 and var lowered)
        {
            return lowered;
        }

        if (Greek(plain, rest) is > 0 and var letters)
        {
            return letters;
        }

        if (rest.Length > 1 && char.IsSurrogatePair(character, rest[1]))
        {
            AppendStyled(plain, rest[..2]);
            return 2;
        }

        plain.Append(_spellings.TryGetValue(character, out var spelling) ? spelling
            : character is >= FirstFullWidth and <= LastFullWidth ? ((char)(character - FullWidthOffset)).ToString()
            : CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture)
            : character.ToString());
        return 1;
    }

    // A letter or a digit of a mathematical alphabet, such as 𝑥, as the plain one.
    private static void AppendStyled(StringBuilder plain, ReadOnlySpan<char> pair)
    {
        switch (char.ConvertToUtf32(pair[0], pair[1]))
        {
            case >= FirstStyledLetter and <= LastStyledLetter and var letter:
                plain.Append(Letters[(letter - FirstStyledLetter) % Letters.Length]);
                break;
            case >= FirstStyledDigit and <= LastStyledDigit and var digit:
                plain.Append((char)('0' + ((digit - FirstStyledDigit) % 10)));
                break;
            default:
                plain.Append(pair);
                break;
        }
    }

    private static int Script(StringBuilder plain, ReadOnlySpan<char> rest, string characters, char sign)
    {
        var length = rest.IndexOfAnyExcept(characters) is >= 0 and var end ? end : rest.Length;
        if (length > 0)
        {
            plain.Append(sign).Append('{');
            foreach (var character in rest[..length])
            {
                plain.Append(Raised[characters.IndexOf(character, StringComparison.Ordinal)]);
            }

            plain.Append('}');
        }

        return length;
    }

    private static int Greek(StringBuilder plain, ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length <= MostGreek && GreekName(rest[length]) is not null)
        {
            length++;
        }

        if (length is 0 or > MostGreek)
        {
            plain.Append(rest[..length]);
            return length;
        }

        foreach (var letter in rest[..length])
        {
            plain.Append('\\').Append(GreekName(letter)).Append(' ');
        }

        return length;
    }

    private static string? GreekName(char letter) =>
        _spellings.TryGetValue(letter, out var name) && char.IsLetter(name[0]) && name.Length > 1 ? name : null;

    private static FrozenDictionary<char, string> Spellings()
    {
        (string Characters, string Names)[] rows =
        [
            ("αβγδεζηθικλμνξοπρστυφχψω",
                "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega"),
            ("ΓΔΘΛΞΠΣΥΦΨΩ", "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"),
            ("µϵϑϕ", "mu epsilon theta phi"),
            ("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒",
                @"\frac{1}{2} \frac{1}{3} \frac{2}{3} \frac{1}{4} \frac{3}{4} \frac{1}{5} \frac{2}{5} \frac{3}{5} \frac{4}{5} \frac{1}{6} " +
                @"\frac{5}{6} \frac{1}{7} \frac{1}{8} \frac{3}{8} \frac{5}{8} \frac{7}{8} \frac{1}{9} \frac{1}{10}"),
            ("∛∜⁄∕′″’⟨⟩℃℉≅ℎ", @"\sqrt[3] \sqrt[4] / / ' '' ' ( ) ^\circ~C ^\circ~F ≈ h"),
        ];
        var spellings = rows
            .SelectMany(row => row.Characters.Zip(row.Names.Split(' ')))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (var blank in "\u2009\u2007\u2002\u2003")
        {
            spellings[blank] = " ";
        }

        foreach (var unseen in "\u200B\u200C\u200D\u2060\u2061\u2062\u2063\uFEFF")
        {
            spellings[unseen] = "";
        }

        return spellings.ToFrozenDictionary();
    }
}
