using System.Globalization;
using System.Text.RegularExpressions;

namespace Reckon.Inference.Tokens;

/// <summary>Cuts text into pieces, each a match of a pattern or the text between two matches.</summary>
/// <remarks>
/// .NET matches UTF-16 units; the tokenizers' own library matches characters. So the pattern runs over a shadow of the text, in which one
/// character of the same general category stands in for each pair of surrogates.
/// </remarks>
internal sealed class SplitPattern(string pattern)
{
    private readonly Regex _regex = new(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>The pieces, in order; together they are the text.</summary>
    public IEnumerable<(string Text, bool IsMatch)> Cut(string text)
    {
        var (shadow, offsets) = Shadow(text);
        var at = 0;
        foreach (var match in _regex.Matches(shadow).Where(match => match.Length > 0))
        {
            if (match.Index > at)
            {
                yield return (text[offsets(at)..offsets(match.Index)], false);
            }

            at = match.Index + match.Length;
            yield return (text[offsets(match.Index)..offsets(at)], true);
        }

        if (at < shadow.Length)
        {
            yield return (text[offsets(at)..], false);
        }
    }

    private static (string Shadow, Func<int, int> OffsetOf) Shadow(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return (text, static offset => offset);
        }

        var (shadow, offsets) = (new List<char>(text.Length), new List<int>(text.Length + 1));
        for (var i = 0; i < text.Length; i++)
        {
            offsets.Add(i);
            var isPair = char.IsSurrogatePair(text, i);
            shadow.Add(isPair ? StandIn(CharUnicodeInfo.GetUnicodeCategory(text, i)) : text[i]);
            i += isPair ? 1 : 0;
        }

        offsets.Add(text.Length);
        return (new string([.. shadow]), offset => offsets[offset]);
    }

    private static char StandIn(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => '\u0100',
        UnicodeCategory.LowercaseLetter => '\u0101',
        UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.TitlecaseLetter => '\u05D0',
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => '\u0300',
        UnicodeCategory.DecimalDigitNumber => '\u0660',
        UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => '\u00B2',
        UnicodeCategory.MathSymbol => '\u00D7',
        UnicodeCategory.OtherNotAssigned => '\u0378', // Neither a letter nor a symbol, as patterns that name symbols see it.
        UnicodeCategory.PrivateUse => '\uE000',
        UnicodeCategory.Format => '\u00AD',
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation => '\u00A1',
        _ => '\u00A6', // A symbol: what is left is symbols and emoji.
    };
}
