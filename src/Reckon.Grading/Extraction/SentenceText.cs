namespace Reckon.Grading.Extraction;

/// <summary>Cuts a sentence that gives an answer where the answer ends and a clause about it begins.</summary>
internal static class SentenceText
{
    // What begins a clause that says why, or that all is done; with the space before it.
    private static readonly string[] _clauses =
    [
        " because ", " since ", " as ", " so ", " which ", " where ", " hence ", " thus ", " therefore ", " but ", " and we ", " and this ",
        " and that ", " and that's ", " and it ", " and so ", " and the answer ", " and hence ", " and thus ", " and therefore ", " and i ",
        " (as ", " (since ", " (because ", " (which ", " (where ", " (so ",
        ", we ", ", and we ", ", i.e. ", ", not ", " -- ", " \u2014 ", " \u2013 ",
    ];

    /// <summary>
    /// The part of <paramref name="sentence"/> before the first such clause. All of it where nothing would be left, and where a clause is
    /// within brackets or a formula.
    /// </summary>
    public static ReadOnlySpan<char> WithoutClauses(ReadOnlySpan<char> sentence)
    {
        var end = sentence.Length;
        foreach (var clause in _clauses)
        {
            var at = sentence[..end].IndexOf(clause, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && IsOutside(sentence[..at]))
            {
                end = at;
            }
        }

        var answer = sentence[..end].TrimEnd(" ,;");
        return answer.IsWhiteSpace() ? sentence : answer;
    }

    /// <summary>Without the exclamation mark of a sentence: in prose it is no factorial.</summary>
    public static ReadOnlySpan<char> WithoutExclamation(ReadOnlySpan<char> sentence) =>
        sentence.TrimEnd('!') is { IsEmpty: false } calm ? calm : sentence;

    // Whether all brackets and formulas of a text are closed.
    private static bool IsOutside(ReadOnlySpan<char> text)
    {
        var (depth, dollars) = (0, 0);
        foreach (var character in text)
        {
            depth += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' ? -1 : 0;
            dollars += character == '$' ? 1 : 0;
        }

        return depth <= 0 && dollars % 2 == 0;
    }
}
