namespace Reckon.Grading.Comparison;

/// <summary>Reads whole numbers of any length as people write them.</summary>
internal static class IntegerText
{
    private const char UnicodeMinus = '\u2212';
    private const int GroupLength = 3;

    /// <summary>
    /// The number's one spelling, such as <c>-1234</c> for <c>−01,234</c>; null when the text is not a whole number. Commas
    /// must separate thousands: <c>12,34</c> is not one.
    /// </summary>
    public static string? Canonical(string text)
    {
        var digits = text.AsSpan().Trim();
        var isNegative = digits.Length > 0 && digits[0] is ('-' or UnicodeMinus);
        if (digits.Length > 0 && digits[0] is ('+' or '-' or UnicodeMinus))
        {
            digits = digits[1..];
        }

        if (!IsNumber(digits))
        {
            return null;
        }

        var value = digits.ToString().Replace(",", "", StringComparison.Ordinal).TrimStart('0');
        return (value.Length, isNegative) switch
        {
            (0, _) => "0",
            (_, true) => $"-{value}",
            _ => value,
        };
    }

    private static bool IsNumber(ReadOnlySpan<char> digits)
    {
        var comma = digits.IndexOf(',');
        if (comma < 0)
        {
            return AreDigits(digits);
        }

        if (comma > GroupLength || !AreDigits(digits[..comma]))
        {
            return false;
        }

        for (var rest = digits[comma..]; rest.Length > 0; rest = rest[(GroupLength + 1)..])
        {
            if (rest.Length <= GroupLength || rest[0] != ',' || !AreDigits(rest[1..(GroupLength + 1)]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
