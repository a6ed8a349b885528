using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    // A unit, or words that say nothing, after a value.
    private bool ReadDecoration(ref AnswerValue value)
    {
        var words = new List<string>();
        while (DecorationPart() is { } part)
        {
            words.Add(part);
        }

        if (words.Count == 0)
        {
            return false;
        }

        var known = words.Count == 1 && words[0] is "th" or "st" or "nd" or "rd" ? null : Units.OfPhrase(words);
        value = known == Units.Percent ? Percent(value) ?? Fail() : value with { Unit = known ?? value.Unit };
        value = value with { Sense = words.Find(Vocabulary.Senses.Contains) ?? value.Sense };
        _failed |= !MayFollow(value, words, known);
        return true;
    }

    // Behind words there must be an end: otherwise the words meant something. Behind a letter they do in any case, unless they are a unit.
    private bool MayFollow(AnswerValue value, List<string> words, string? unit)
    {
        var isEnd = IsAtEnd() || StartsModulus() || Separator(Current) is not null
            || Current is { Kind: LatexTokenKind.Sign, Text: "=" or "≈" or "+" or "-" or "|" or "⇒" or "/" or "&" };
        var isSum = words.Count > 1 && unit is null && Current is { Kind: LatexTokenKind.Sign, Text: "+" or "-" };
        var isName = unit is null && words[^1] is not ("unit" or "units") && value is AnswerValue.Scalar { Value.AsSymbol: not null };
        return isEnd && !isSum && !isName && !words.Exists(Vocabulary.Conditions.Contains);
    }

    private string? DecorationPart()
    {
        var token = Current;
        if (token.Kind == LatexTokenKind.Word && Separator(token) is null)
        {
            _position++;
            return token.Text;
        }

        if (token.Kind == LatexTokenKind.Letter && (IsUnitLetter() || (token.InText && _tokens[_position - 1].Kind == LatexTokenKind.Word)))
        {
            _position++;
            return token.Text;
        }

        var isUnit = _tokens[_position - 1] is { Kind: LatexTokenKind.Word } or { Kind: LatexTokenKind.Letter, InText: true };
        if (isUnit && token is { Kind: LatexTokenKind.Sign, Text: "/" or "*" }
            && Next is { Kind: LatexTokenKind.Word } or { Kind: LatexTokenKind.Letter, InText: true })
        {
            _position++;
            return token.Text;
        }

        return isUnit && token.IsSign("^") ? UnitExponent() : null;
    }

    private string? UnitExponent()
    {
        var end = _position + 1;
        var isBraced = _tokens[end].IsSign("{");
        end += isBraced ? 1 : 0;
        var sign = _tokens[end].IsSign("-") ? "-" : "";
        end += sign.Length;
        var number = _tokens[end];
        if (number.Kind != LatexTokenKind.Number || (isBraced && !_tokens[end + 1].IsSign("}")))
        {
            return null;
        }

        _position = end + (isBraced ? 2 : 1);
        return $"^{sign}{number.Text}";
    }

    // The unit of \frac{\text{m}}{\text{s}}; null where a fraction of something else follows, or none.
    private string? ReadUnitFraction()
    {
        var start = _position;
        var words = new List<string>();
        if (Current.IsCommand("frac") && Next.IsSign("{"))
        {
            _position++;
            if (UnitGroup(words))
            {
                words.Add("/");
                if (UnitGroup(words))
                {
                    return Units.OfPhrase(words);
                }
            }
        }

        _position = start;
        return null;
    }

    // Reads units in braces.
    private bool UnitGroup(List<string> words)
    {
        if (!Accept("{"))
        {
            return false;
        }

        while (!Accept("}"))
        {
            var isUnit = Units.Of(Current.Text) is not null
                && Current is { Kind: LatexTokenKind.Word } or { Kind: LatexTokenKind.Letter, InText: true };
            if (isUnit)
            {
                words.Add(Current.Text);
                _position++;
            }
            else if (words.Count > 0 && Current.IsSign("^") && UnitExponent() is { } exponent)
            {
                words.Add(exponent);
            }
            else
            {
                return false;
            }
        }

        return words.Count > 0;
    }

    // A letter in a text after a value, such as m in 12\text{ m}.
    private bool IsUnitLetter() => Current is { InText: true } letter && Units.Of(letter.Text) is not null;

    // A number in words. What it counts is kept: two cones are not two spheres.
    private AnswerValue ReadNumberWords()
    {
        if (NumberWords.ReadAt(_tokens, ref _position) is not { } number)
        {
            return Fail();
        }

        AnswerValue value = new AnswerValue.Scalar(Expressions.Expression.Of(number));
        var start = _position;
        _position += Current.IsWord("of") && !number.IsInteger ? 1 : 0;
        _position += IsArticle(Current) && !number.IsInteger && Next.Kind == LatexTokenKind.Word ? 1 : 0;
        if (!ReadDecoration(ref value))
        {
            _position = start;
            return value;
        }

        var words = _tokens[start.._position].Select(token => token.Text);
        return value.Unit is null && Vocabulary.Multipliers.ContainsKey(_tokens[start].Text)
            ? Fail()
            : value with { Sense = value.Unit is null ? string.Join(' ', words) : value.Sense };
    }

    private static bool IsArticle(LatexToken token) =>
        token is { Kind: LatexTokenKind.Letter, Text: "a" or "A", InText: true } or { Kind: LatexTokenKind.Word, Text: "an" or "the" };
}
