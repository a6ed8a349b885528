using System.Globalization;
using System.Numerics;
using Reckon.Grading.Expressions;

namespace Reckon.Grading.Latex;

/// <summary>Reads numbers as people write them: with groups of three digits, a point, an exponent of ten.</summary>
internal static class NumberScanner
{
    private const int GroupLength = 3;
    private const int MostGroups = 32;

    /// <summary>
    /// The number that starts at <paramref name="start"/>; it ends before <paramref name="end"/>. Commas separate groups of
    /// digits where <paramref name="commasGroup"/> says so; elsewhere they separate items. An exponent without braces has no groups: in
    /// <c>2^4 729</c> another factor follows. Null when it has too many digits.
    /// </summary>
    public static LatexToken? Read(string text, int start, bool commasGroup, bool isExponent, bool afterSpace, bool inText, out int end)
    {
        var digits = text.AsSpan(start, DigitsAt(text, start)).ToString();
        end = start + digits.Length;
        if (!isExponent && digits.Length is > 0 and <= GroupLength && (digits[0] != '0' || digits.Length == 1))
        {
            digits += Groups(text, ref end, commasGroup, digits[0] == '0');
        }

        var point = end + 1 < text.Length && text[end] == '.' ? DigitsAt(text, end + 1) : 0;
        var decimals = point > 0 ? text.Substring(end + 1, point) : "";
        end += point > 0 ? point + 1 : 0;
        if (digits.Length + decimals.Length > SizeLimits.Digits)
        {
            return null;
        }

        var value = Value(digits + decimals, decimals.Length);
        var spelling = (digits.Length == 0 ? "0" : digits) + (point > 0 ? "." + decimals : "");
        if (Period(text, ref end, point > 0) is { } period)
        {
            return new LatexToken(LatexTokenKind.Number, $"{spelling}({period})", Repeating(spelling, period), afterSpace, inText);
        }

        if (Exponent(text, ref end) is { } exponent)
        {
            value *= ((Rational)10).Power(exponent);
            spelling += $"e{exponent}";
        }

        return new LatexToken(LatexTokenKind.Number, spelling, value, afterSpace, inText);
    }

    /// <summary>The value of decimals whose last <paramref name="period"/> digits repeat without end.</summary>
    public static Rational Repeating(string spelling, string period)
    {
        var point = spelling.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : spelling.Length - point - 1;
        var whole = Value(spelling.Replace(".", "", StringComparison.Ordinal), decimals);
        var nines = BigInteger.Pow(10, period.Length) - 1;
        return whole + (Rational.Of(BigInteger.Parse(period, CultureInfo.InvariantCulture), nines) / ((Rational)10).Power(decimals));
    }

    /// <summary>Digits with a point or a sign as a decimal number; null when letters are among them.</summary>
    public static Rational? Decimal(string digits)
    {
        var bare = digits.TrimStart('-').Replace(".", "", StringComparison.Ordinal);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (bare.Length == 0 || bare.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var value = Value(bare, point < 0 ? 0 : digits.Length - point - 1);
        return digits[0] == '-' ? -value : value;
    }

    private static Rational Value(string digits, int decimals) => digits.Length == 0
        ? Rational.Zero
        : Rational.Of(
            digits.Length <= 18 ? long.Parse(digits, CultureInfo.InvariantCulture) : BigInteger.Parse(digits, CultureInfo.InvariantCulture),
            decimals <= 18 ? (BigInteger)Math.Pow(10, decimals) : BigInteger.Pow(10, decimals));

    private static string Groups(string text, ref int end, bool commasGroup, bool startsWithZero)
    {
        Span<char> digits = stackalloc char[MostGroups * GroupLength];
        var count = 0;
        var position = end;
        while (!startsWithZero && Separator(text, position, commasGroup) is > 0 and var width)
        {
            position += width;
            if (DigitsAt(text, position) != GroupLength || count == digits.Length)
            {
                return ""; // Not all groups have three digits, or there are too many: this is a list.
            }

            text.AsSpan(position, GroupLength).CopyTo(digits[count..]);
            count += GroupLength;
            position += GroupLength;
        }

        end = count > 0 ? position : end;
        return digits[..count].ToString();
    }

    // The length of the separator of groups of digits at a place; 0 when there is none.
    private static int Separator(string text, int position, bool commasGroup)
    {
        var rest = text.AsSpan(position);
        var width = 0;
        if (rest.StartsWith("{,}"))
        {
            width = "{,}".Length + BlanksAt(rest["{,}".Length..]);
        }
        else if (rest.StartsWith(","))
        {
            var blanks = 1;
            while (blanks < rest.Length && rest[blanks] == ' ')
            {
                blanks++;
            }

            var isTight = rest[blanks..].StartsWith("\\!");
            width = isTight ? blanks + 2 : commasGroup ? 1 : 0;
        }
        else if (rest.StartsWith("\\,") || rest.StartsWith("\\;") || rest.StartsWith("\\ ") || rest.StartsWith("\\!"))
        {
            width = 2;
        }
        else if (rest.StartsWith(" ") || rest.StartsWith("~") || rest.StartsWith("\u00A0") || rest.StartsWith("\u202F"))
        {
            width = 1;
        }

        var isSpaced = width > 0 && text.AsSpan(position, width).EndsWith("\\!");
        while (isSpaced && position + width < text.Length && text[position + width] == ' ')
        {
            width++;
        }

        return width > 0 && DigitsAt(text, position + width) > 0 ? width : 0;
    }

    // The digits that repeat in 0.1(6) and 0.(7); null where there are none, or where the parentheses are a factor that goes on.
    private static string? Period(string text, ref int end, bool hasPoint)
    {
        var open = hasPoint ? end : end + 1;
        if (open >= text.Length || text[open] != '(' || (!hasPoint && text[end] != '.'))
        {
            return null;
        }

        var length = DigitsAt(text, open + 1);
        var close = open + 1 + length;
        var rest = close < text.Length ? text.AsSpan(close + 1) : [];
        var isFactor = rest is ['(' or '^' or '!', ..] || (rest.Length > 0 && char.IsLetterOrDigit(rest[0]))
            || (rest is ['\\', var letter, ..] && char.IsLetter(letter));
        if (length is 0 or > GroupLength * GroupLength || close >= text.Length || text[close] != ')' || isFactor)
        {
            return null;
        }

        end = close + 1;
        return text.Substring(open + 1, length);
    }

    // The length of the spacing at the start of a text.
    private static int BlanksAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (text[length] is ' ' or '~' || text[length..].StartsWith("\\,") || text[length..].StartsWith("\\!")))
        {
            length += text[length] == '\\' ? 2 : 1;
        }

        return length;
    }

    private static int? Exponent(string text, ref int end)
    {
        if (end >= text.Length || text[end] is not ('e' or 'E'))
        {
            return null;
        }

        var sign = end + 1 < text.Length && text[end + 1] is '+' or '-' ? 1 : 0;
        var count = DigitsAt(text, end + 1 + sign);
        if (count is 0 or > 3)
        {
            return null;
        }

        var exponent = int.Parse(text.AsSpan(end + 1, sign + count), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        end += 1 + sign + count;
        return exponent;
    }

    private static int DigitsAt(string text, int position)
    {
        var end = position;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - position;
    }
}
