using System.Collections.Immutable;

namespace Reckon.Dashboard.Text;

/// <summary>
/// Finds the formulas of a text: between $, $$, \( \), \[ \], within \boxed{ } and within environments such as align. A dollar that is a
/// currency, as in "from $5 to $6", begins none: a formula has no space inside its dollars, and no digit behind them. Pure.
/// </summary>
public static class MathText
{
    private static readonly ImmutableArray<string> _environments =
        ["align", "align*", "aligned", "array", "bmatrix", "cases", "equation", "equation*", "gather", "gather*", "matrix", "pmatrix", "vmatrix"];

    /// <summary>The parts of <paramref name="text"/>, in order; joined they are the text.</summary>
    public static ImmutableArray<MathPart> Split(string text)
    {
        var parts = ImmutableArray.CreateBuilder<MathPart>();
        var (from, at) = (0, 0);
        while (at < text.Length)
        {
            if (text[at] is not ('$' or '\\'))
            {
                at++;
            }
            else if (FormulaAt(text, at) is { } formula)
            {
                AddWords(parts, text, from, at);
                parts.Add(formula);
                from = at += formula.Text.Length;
            }
            else
            {
                at += text[at] == '\\' || text.AsSpan(at).StartsWith("$$", StringComparison.Ordinal) ? 2 : 1; // An escaped sign begins nothing.
            }
        }

        AddWords(parts, text, from, text.Length);
        return parts.DrainToImmutable();
    }

    private static void AddWords(ImmutableArray<MathPart>.Builder parts, string text, int from, int to)
    {
        if (to > from)
        {
            parts.Add(new MathPart(text[from..to], MathKind.Words, 0));
        }
    }

    private static MathPart? FormulaAt(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(text.Length - at, MathLanguage.MostCharacters + 20));
        return rest switch
        {
            ['$', '$', ..] => Delimited(rest, "$$", MathKind.Display),
            ['$', ..] => Dollars(rest),
            ['\\', '(', ..] => Delimited(rest, @"\)", MathKind.Inline),
            ['\\', '[', ..] => Delimited(rest, @"\]", MathKind.Display),
            ['\\', 'b', 'e', 'g', ..] => Environment(rest),
            ['\\', 'b', 'o', 'x', ..] => Boxed(rest),
            _ => null,
        };
    }

    private static MathPart? Delimited(ReadOnlySpan<char> rest, string closing, MathKind kind)
    {
        var end = rest[2..].IndexOf(closing, StringComparison.Ordinal);
        return end > 0 && MathLanguage.Accepts(rest.Slice(2, end)) ? new MathPart(rest[..(end + 4)].ToString(), kind, 2) : null;
    }

    private static MathPart? Dollars(ReadOnlySpan<char> rest)
    {
        var end = 1;
        while (end < rest.Length && rest[end] != '$')
        {
            end += rest[end] == '\\' ? 2 : 1;
        }

        return end >= rest.Length || end == 1 || char.IsWhiteSpace(rest[1]) || char.IsWhiteSpace(rest[end - 1])
            || (end + 1 < rest.Length && char.IsAsciiDigit(rest[end + 1]))
            || rest[..end].Contains("\n\n", StringComparison.Ordinal) || !MathLanguage.Accepts(rest[1..end])
                ? null
                : new MathPart(rest[..(end + 1)].ToString(), MathKind.Inline, 1);
    }

    private static MathPart? Environment(ReadOnlySpan<char> rest)
    {
        foreach (var name in _environments)
        {
            var closing = $"\\end{{{name}}}";
            if (rest.StartsWith($"\\begin{{{name}}}", StringComparison.Ordinal)
                && rest.IndexOf(closing, StringComparison.Ordinal) is > 0 and var end && MathLanguage.Accepts(rest[..(end + closing.Length)]))
            {
                return new MathPart(rest[..(end + closing.Length)].ToString(), MathKind.Display, 0);
            }
        }

        return null;
    }

    private static MathPart? Boxed(ReadOnlySpan<char> rest)
    {
        const string Opening = @"\boxed{";
        if (!rest.StartsWith(Opening, StringComparison.Ordinal))
        {
            return null;
        }

        var (depth, end) = (1, Opening.Length);
        while (end < rest.Length && depth > 0)
        {
            depth += rest[end] switch { '{' => 1, '}' => -1, _ => 0 };
            end += rest[end] == '\\' ? 2 : 1;
        }

        return depth == 0 && end <= rest.Length && MathLanguage.Accepts(rest[..end]) ? new MathPart(rest[..end].ToString(), MathKind.Inline, 0) : null;
    }
}
