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
        value = known == Units.Percent ? Percent(value) : value with { Unit = known ?? value.Unit };
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
        if (isUnit && token.IsSign("/") && (Next.Kind == LatexTokenKind.Word || Next is { Kind: LatexTokenKind.Letter, InText: true }))
        {
            _position++;
            return "/";
        }

        return isUnit && token.IsSign("^") ? UnitExponent() : null;
    }

    private string? UnitExponent()
    {
        if (Next.Kind == LatexTokenKind.Number)
        {
            _position += 2;
            return $"^{_tokens[_position - 1].Text}";
        }

        if (Next.IsSign("{") && _position + 3 < _tokens.Length
            && _tokens[_position + 2].Kind == LatexTokenKind.Number && _tokens[_position + 3].IsSign("}"))
        {
            _position += 4;
            return $"^{_tokens[_position - 2].Text}";
        }

        return null;
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
