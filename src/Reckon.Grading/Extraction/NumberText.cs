namespace Reckon.Grading.Extraction;

/// <summary>
/// Finds numbers as people write them in prose: a sign, thousands, decimals. Thousands are separated by commas, also as LaTeX spells
/// them, or by spaces.
/// </summary>
internal static class NumberText
{
    private const int GroupLength = 3;
    private const int Window = IAnswerExtractor.LongestAnswer + 2;
    private const char UnicodeMinus = '\u2212';

    private static readonly string[] _separators =
        ["{,}", @",\!", @"\,", @"\!", @"\;", @"\ ", ",", " ", "~", "\u00A0", "\u202F", "\u2009"];

    /// <summary>The length of the number with which <paramref name="text"/> begins; 0 when it begins with none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var sign = text.Length > 0 && text[0] is '+' or '-' or UnicodeMinus ? 1 : 0;
        var whole = sign + Digits(text[sign..]);
        while (whole > sign && whole < text.Length && text[whole] == ',' && Digits(text[(whole + 1)..]) == GroupLength)
        {
            whole += 1 + GroupLength;
        }

        var decimals = whole < text.Length && text[whole] == '.' ? Digits(text[(whole + 1)..]) : 0;
        var end = decimals > 0 ? whole + 1 + decimals : whole;
        return end > sign && end <= IAnswerExtractor.LongestAnswer ? end : 0;
    }

    /// <summary>
    /// The last number in <paramref name="text"/>; empty when there is none. Of a number that is longer than an answer may be
    /// it is a part, which is also longer.
    /// </summary>
    public static ReadOnlySpan<char> Last(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0)
        {
            return default;
        }

        text = text[Math.Max(0, end - Window)..end];
        end = text.Length;
        var start = end - DigitsBefore(text[..end]);
        if (start > 0 && text[start - 1] == '.')
        {
            start -= 1 + DigitsBefore(text[..(start - 1)]);
        }

        start = BeforeGroups(text, start);
        return text[BeforeSign(text, start)..end];
    }

    // The start of the thousands in front of a group of three that begins at start; start itself where there are none.
    private static int BeforeGroups(ReadOnlySpan<char> text, int start)
    {
        var first = start;
        while (first > 1 && Digits(text[first..]) == GroupLength && SeparatorBefore(text[..first]) is > 0 and var width)
        {
            var before = DigitsBefore(text[..(first - width)]);
            if (before is 0 or > GroupLength)
            {
                return before == 0 && IsSpace(text[first - 1]) ? first : start; // No thousands, but a list that ends with the number.
            }

            first -= width + before;
        }

        // In "1 2 345" spaces separate items.
        var isList = first < start && first > 1 && IsSpace(text[first - 1]) && IsSpace(text[start - 1])
            && char.IsAsciiDigit(text[first - 2]);
        return isList ? start : first;
    }

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || character == '~';

    // The length of the separator of groups of digits with which a text ends; 0 when it ends with none.
    private static int SeparatorBefore(ReadOnlySpan<char> text)
    {
        foreach (var separator in _separators)
        {
            if (text.EndsWith(separator, StringComparison.Ordinal))
            {
                return text.Length > separator.Length && char.IsAsciiDigit(text[^(separator.Length + 1)]) ? separator.Length : 0;
            }
        }

        return 0;
    }

    // A minus after a digit, a letter or a bracket subtracts.
    private static int BeforeSign(ReadOnlySpan<char> text, int start)
    {
        var isSigned = start > 0 && text[start - 1] is '-' or UnicodeMinus
            && (start == 1 || !(char.IsLetterOrDigit(text[start - 2]) || text[start - 2] is ')' or ']' or '}'));
        return isSigned ? start - 1 : start;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int DigitsBefore(ReadOnlySpan<char> text) => text.Length - 1 - text.LastIndexOfAnyExceptInRange('0', '9');
}
