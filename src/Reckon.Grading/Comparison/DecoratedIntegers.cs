using System.Buffers;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Comparison;

/// <summary>
/// Reads whole numbers with what people write around them: a currency, a unit or a noun, a full stop, marks of bold text, decimals that
/// are zero, thousands as LaTeX and typesetters separate them.
/// </summary>
internal static class DecoratedIntegers
{
    private const int LongestText = 4_096;
    private const string Marks = " \t*_`";

    private static readonly SearchValues<char> _letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly string[] _currencies = [@"\$", "$", "€", "£"];
    private static readonly string[] _separators = ["{,}", @",\!", @"\,", @"\!", "\u00A0", "\u202F", "\u2009"];

    /// <summary>
    /// The number's one spelling, as <see cref="IntegerText.Canonical"/> gives it; null when there is no whole number, or more than one.
    /// </summary>
    public static string? Canonical(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var rest = UnicodeText.Plain(text).AsSpan().Trim(Marks);
        var sign = rest is ['-' or '\u2212', ..] ? "-" : "";
        rest = WithoutPercent(WithoutWords(WithoutCurrency(rest[sign.Length..].TrimStart(Marks))).TrimEnd(". *_`"));
        var number = WithoutZeros(rest.ToString());
        foreach (var separator in _separators)
        {
            number = number.Replace(separator, ",", StringComparison.Ordinal);
        }

        number = number.Replace(' ', ',');
        return number is ['+' or '-' or '\u2212', ..] ? null : IntegerText.Canonical(sign + number);
    }

    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text)
    {
        foreach (var currency in _currencies)
        {
            text = text.StartsWith(currency, StringComparison.Ordinal) ? text[currency.Length..].TrimStart() : text;
            text = text.EndsWith(currency, StringComparison.Ordinal) ? text[..^currency.Length].TrimEnd() : text;
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutPercent(ReadOnlySpan<char> text) => text.EndsWith("%") ? text[..^1].TrimEnd(@"\ ") : text;

    // "18 dollars" is 18; "18 thousand", "18 and a half" and "18x" are something else.
    private static ReadOnlySpan<char> WithoutWords(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        var words = text[end..];
        if (end == 0 || words.IsEmpty || !char.IsWhiteSpace(words[0]))
        {
            return text;
        }

        foreach (var range in words.SplitAny(" .*_`"))
        {
            var word = words[range];
            if (!word.IsEmpty && (word.ContainsAnyExcept(_letters) || IsMeaningful(word)))
            {
                return text;
            }
        }

        return text[..end];
    }

    private static bool IsMeaningful(ReadOnlySpan<char> word)
    {
        var name = word.ToString().ToLowerInvariant();
        return Vocabulary.Numbers.ContainsKey(name) || Vocabulary.Multipliers.ContainsKey(name) || Vocabulary.Conditions.Contains(name)
            || Vocabulary.Parts.ContainsKey(name) || name is "or" or "and" or "to" or "times" or "plus" or "minus"
            || (word.Length == 1 && Units.Of(name) is null && name != "a");
    }

    // Without a point and zeros behind it.
    private static string WithoutZeros(string number)
    {
        var point = number.LastIndexOf('.');
        return point > 0 && number.AsSpan(point + 1).Trim('0').IsEmpty ? number[..point] : number;
    }
}
