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
        if (known == Units.Percent)
        {
            value = Percent(value);
        }
        else
        {
            value = value with { Unit = known ?? value.Unit };
        }

        // What follows must be an end: otherwise the words meant something.
        _failed |= !IsAtEnd() && Separator(Current) is null && Current is not { Kind: LatexTokenKind.Sign, Text: "=" or "≈" or "+" or "-" or "|" or "⇒" or "/" or "&" };
        _failed |= words.Count > 1 && known is null && Current is { Kind: LatexTokenKind.Sign, Text: "+" or "-" };
        return true;
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

        if (Next.IsSign("{") && _position + 3 < _tokens.Length && _tokens[_position + 2].Kind == LatexTokenKind.Number && _tokens[_position + 3].IsSign("}"))
        {
            _position += 4;
            return $"^{_tokens[_position - 2].Text}";
        }

        return null;
    }

    // A letter in a text after a value, such as m in 12\text{ m}.
    private bool IsUnitLetter() => Current is { InText: true } letter && Units.Of(letter.Text) is not null;
}
