using System.Globalization;
using System.Text;

namespace Reckon.Evaluation.Diagnostics;

/// <summary>Makes foreign text safe to show. Datasets and models may contain anything.</summary>
public static class SafeText
{
    private const string MarkdownSyntax = @"\`*_[]<>|~$";

    /// <summary>
    /// The text on one line, with every character that a terminal could obey, or that could hide or reorder others, spelled
    /// out as <c>\u{1b}</c>.
    /// </summary>
    public static string Terminal(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPlain(rune))
            {
                safe.Append(rune.ToString());
            }
            else
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            }
        }

        return safe.ToString();
    }

    /// <summary>
    /// As <see cref="Terminal"/>, but for line breaks, which stay: for text of several lines whose foreign parts have none.
    /// </summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Terminal));

    /// <summary>
    /// As <see cref="Terminal"/>, with the syntax of Markdown and HTML escaped, so that it stays text inside a line or a table's
    /// cell.
    /// </summary>
    public static string Markdown(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in Terminal(text))
        {
            safe.Append(c switch
            {
                '&' => "&amp;",
                _ when MarkdownSyntax.Contains(c, StringComparison.Ordinal) => $"\\{c}",
                _ => c.ToString(),
            });
        }

        return safe.ToString();
    }

    /// <summary>Whether a character is shown as itself, and can neither be obeyed nor hide or reorder others.</summary>
    public static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
