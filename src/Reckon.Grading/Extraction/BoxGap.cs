namespace Reckon.Grading.Extraction;

/// <summary>
/// Tells whether the text between two boxes makes one list of them: it holds "and", "or", commas, mathematics' delimiters and
/// the name of the next value, and nothing else. Math-Verify looks for such a word anywhere in between; but models
/// restate an answer (<c>\boxed{k = 2}$. Therefore, the final answer is $\boxed{2}</c>) far more often than they list two.
/// </summary>
internal static class BoxGap
{
    // Math-Verify's distances, in characters.
    private const int Longest = 70;
    private const int LongestWithoutWord = 10;

    private static readonly string[] _words = ["and", "or", ",", ";"];

    private static readonly string[] _delimiters =
        [@"\text{", @"\quad", @"\qquad", @"\(", @"\)", @"\[", @"\]", @"\,", @"\;", @"\ ", "$", "}", "~", " ", "\t", "\r", "\n"];

    /// <summary>Whether the boxes before and after <paramref name="gap"/> belong together.</summary>
    public static bool MakesList(ReadOnlySpan<char> gap)
    {
        if (gap.Length > Longest)
        {
            return false;
        }

        var hasWord = false;
        for (var rest = gap; rest.Length > 0;)
        {
            var delimiter = LengthOf(_delimiters, rest);
            var word = delimiter > 0 ? 0 : LengthOf(_words, rest);
            var name = delimiter > 0 || word > 0 || !hasWord ? 0 : NameLength(rest);
            if (delimiter + word + name == 0)
            {
                return false;
            }

            hasWord |= word > 0;
            rest = rest[(delimiter + word + name)..];
        }

        return hasWord || gap.Length <= LongestWithoutWord;
    }

    private static int LengthOf(string[] tokens, ReadOnlySpan<char> rest)
    {
        foreach (var token in tokens)
        {
            if (rest.StartsWith(token, StringComparison.Ordinal))
            {
                return token.Length;
            }
        }

        return 0;
    }

    // "x =" of "x = 1 or x = -1"; the name may be Greek, and have a subscript, primes and an argument: \alpha, t_1, x_{10}, y', f(2).
    private static int NameLength(ReadOnlySpan<char> rest)
    {
        var letters = rest[0] == '\\' ? 1 : 0;
        while (letters < rest.Length && char.IsAsciiLetter(rest[letters]) && (rest[0] == '\\' || letters == 0))
        {
            letters++;
        }

        if (letters == 0 || rest[..letters] is "\\")
        {
            return 0;
        }

        var after = rest[letters..];
        if (after.Length > 1 && after[0] == '_')
        {
            after = after[1] == '{' && after.IndexOf('}') is > 0 and var close ? after[(close + 1)..] : after[2..];
        }

        after = after.TrimStart('\'');
        if (after.Length > 0 && after[0] == '(' && after.IndexOf(')') is > 0 and var end)
        {
            after = after[(end + 1)..];
        }

        var sign = after.TrimStart(' ');
        return sign.StartsWith("=", StringComparison.Ordinal) ? rest.Length - sign.Length + 1 : 0;
    }
}
