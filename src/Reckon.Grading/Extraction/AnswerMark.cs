namespace Reckon.Grading.Extraction;

/// <summary>Tells the words that announce an answer: "answer is", "Answer = ", "the answers are", "**Final Answer**".</summary>
internal static class AnswerMark
{
    private const int LongestMark = 16;
    private const int LongestObject = 60; // "the answer to the first part of the problem is"
    private const string Padding = " \t\r\n*_#";
    private const string HeadingMarks = "*_#: \t";

    /// <summary>
    /// Whether "nswer", which lies between <paramref name="start"/> and <paramref name="end"/>, is of such words; then the answer begins at
    /// <paramref name="answer"/>, in a paragraph of its own where <paramref name="isHeading"/> says so.
    /// </summary>
    public static bool Is(ReadOnlySpan<char> text, int start, int end, out int answer, out bool isHeading)
    {
        (answer, isHeading) = (end, false);
        if (start == 0 || text[start - 1] is not ('a' or 'A'))
        {
            return false;
        }

        if (Says(text[end..], out var length))
        {
            answer = end + length;
            return true;
        }

        isHeading = IsHeading(text, start - 1, end);
        return isHeading;
    }

    private static bool Says(ReadOnlySpan<char> text, out int length)
    {
        var isPlural = text.StartsWith("s", StringComparison.OrdinalIgnoreCase);
        var start = (isPlural ? 1 : 0) + (isPlural ? 0 : ObjectLength(text));
        var window = text[start..Math.Min(text.Length, start + LongestMark)];
        var rest = window.TrimStart(Padding);
        var verb = isPlural ? "are" : "is";
        var says = rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && rest.Length > verb.Length
            && !char.IsLetterOrDigit(rest[verb.Length])
            && rest[verb.Length] != '\'';
        rest = says ? rest[verb.Length..].TrimStart(Padding) : rest;
        var hasSign = rest is [':' or '=', ..] && (says || start == 0 || isPlural);
        length = start + window.Length - rest.Length + (hasSign ? 1 : 0);
        return says || hasSign;
    }

    // The length of "to the problem" and "for part (a)" before "is"; 0 where there is none.
    private static int ObjectLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(" to ", StringComparison.OrdinalIgnoreCase) && !text.StartsWith(" for ", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var near = text[..Math.Min(text.Length, LongestObject)];
        var verb = near.IndexOf(" is ", StringComparison.OrdinalIgnoreCase);
        return verb > 0 && near[..verb].IndexOfAny(".\n:") < 0 ? verb : 0;
    }

    // A line of its own that says no more than "Final Answer".
    private static bool IsHeading(ReadOnlySpan<char> text, int start, int end)
    {
        var line = text[..start].LastIndexOf('\n') + 1;
        var before = text[line..start].Trim(HeadingMarks);
        var rest = text[end..];
        var close = rest.IndexOf('\n');
        return (before.IsEmpty || before.Equals("final", StringComparison.OrdinalIgnoreCase)
            || before.Equals("the final", StringComparison.OrdinalIgnoreCase))
            && close >= 0 && rest[..close].Trim().TrimEnd(HeadingMarks).IsEmpty;
    }
}
