using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Dashboard.Text;

/// <summary>
/// A text of a model or a dataset, as a page may show it: characters that could hide, reorder or cover others are spelled out, and a very
/// long text is cut. Escaping for HTML is left to whoever writes the page. Pure.
/// </summary>
/// <param name="Parts">What is shown, in order.</param>
/// <param name="LeftOut">Characters that were cut off.</param>
public sealed record InertText(ImmutableArray<InertPart> Parts, int LeftOut)
{
    /// <summary>The most characters of one text that a page shows.</summary>
    public const int MostCharacters = 20_000;

    private const int MostMarks = 4; // On one letter: more would cover the lines around it.

    /// <summary>The text, of which at most <paramref name="most"/> characters are kept.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The most characters that are shown.</param>
    /// <param name="isOneLine">Whether line breaks are spelled out, too.</param>
    public static InertText Of(string text, int most = MostCharacters, bool isOneLine = false)
    {
        var parts = ImmutableArray.CreateBuilder<InertPart>();
        var plain = new StringBuilder();
        var (marks, taken) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (taken + rune.Utf16SequenceLength > most)
            {
                break;
            }

            taken += rune.Utf16SequenceLength;
            marks = IsMark(rune) ? marks + 1 : 0;
            if ((SafeText.IsPlain(rune) || (!isOneLine && rune.Value is '\n' or '\t')) && marks <= MostMarks)
            {
                plain.Append(rune.ToString());
            }
            else
            {
                Flush(plain, parts);
                parts.Add(new InertPart(string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"), true));
            }
        }

        Flush(plain, parts);
        return new InertText(parts.ToImmutable(), text.Length - taken);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Flush(StringBuilder plain, ImmutableArray<InertPart>.Builder parts)
    {
        if (plain.Length > 0)
        {
            parts.Add(new InertPart(plain.ToString(), false));
            plain.Clear();
        }
    }
}
