using System.Globalization;
using System.Text;

namespace Reckon.Evaluation;

/// <summary>Shows foreign text inside a message: short, in quotes, and with nothing in it that a terminal would obey.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var shown = text.Length <= Longest ? text : text[..Longest];
        var quoted = new StringBuilder("'");
        foreach (var c in shown)
        {
            quoted.Append(IsPlain(c) ? c.ToString() : $"\\u{(int)c:x4}");
        }

        return quoted.Append(text.Length <= Longest ? "'" : "…'").ToString();
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
