using System.Text.RegularExpressions;

namespace Reckon.Dashboard.Text;

/// <summary>
/// Which formulas are given to the typesetter. Those that a solution of a problem needs are; what defines, links, loads, colours or moves
/// things about, or is far larger than any solution's, stays as it was written. Pure.
/// </summary>
public static partial class MathLanguage
{
    /// <summary>The most characters of a formula.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>The most groups within one another.</summary>
    public const int MostDepth = 32;

    private const int MostCommands = 400;
    private const int MostOfAnswer = 200;

    /// <summary>Whether the formula <paramref name="tex"/>, without its delimiters, may be typeset.</summary>
    public static bool Accepts(ReadOnlySpan<char> tex) =>
        tex.Length <= MostCharacters && !tex.IsWhiteSpace() && IsBalanced(tex) && !Refused().IsMatch(tex) && Command().Count(tex) <= MostCommands;

    /// <summary>Whether a whole answer, such as <c>\frac{1}{2}</c>, is a formula without delimiters around it.</summary>
    public static bool IsFormula(string answer) =>
        answer.Length <= MostOfAnswer && !answer.Contains('$', StringComparison.Ordinal) && Marked().IsMatch(answer) && Accepts(answer);

    private static bool IsBalanced(ReadOnlySpan<char> tex)
    {
        var depth = 0;
        for (var at = 0; at < tex.Length; at++)
        {
            switch (tex[at])
            {
                case '\\':
                    at++; // What follows is no brace.
                    break;
                case '{' when ++depth > MostDepth:
                case '}' when --depth < 0:
                    return false;
            }
        }

        return depth == 0;
    }

    // With these a text could be made to lie over others, vanish, lead elsewhere, or grow without end.
    [GeneratedRegex(
        @"\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand|expandafter|noexpand|char|@\w+"
        + @"|href|url|html\w*|includegraphics|(?:text)?color|f?colorbox|pmb|(?:v|h|math)?phantom"
        + @"|m?kern|[hm]skip|hspace|raisebox|reflectbox|rule|vcenter|smash|(?:math)?[clr]lap|tag|verb)(?![a-zA-Z])"
        + @"|\\\s*\[\s*-|(?:\\!\s*){4}", RegexOptions.CultureInvariant)]
    private static partial Regex Refused();

    [GeneratedRegex(@"\\[a-zA-Z]+|[\^_]", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"\\[a-zA-Z]{2,}|[0-9a-zA-Z)}][\^_][0-9a-zA-Z({\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
