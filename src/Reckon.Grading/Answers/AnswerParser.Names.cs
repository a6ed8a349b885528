using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    // A name before an equals sign that could not be read as an expression: words, an angle, a function with its argument.
    private string? ReadName()
    {
        var start = _position;
        var end = NameEnd();
        if (end == start || !_tokens[end].IsSign("="))
        {
            return null;
        }

        _position = end + 1;
        return string.Concat(_tokens[start..end].Where(token => !token.IsSign("{") && !token.IsSign("}")).Select(token => token.Text));
    }

    private int NameEnd()
    {
        var end = _position;
        if (Current.Kind == LatexTokenKind.Letter && !(Current.Text == "m" && Next.IsCommand("mark")))
        {
            return FunctionEnd() ?? end;
        }

        if (Current.IsCommand("mark") || Current.Kind == LatexTokenKind.Letter)
        {
            end += Current.IsCommand("mark") ? 1 : 2;
            return _tokens[end].Kind == LatexTokenKind.Letter ? end + 1 : _position;
        }

        while (_tokens[end].Kind == LatexTokenKind.Word && Separator(_tokens[end]) is null)
        {
            end++;
        }

        return end;
    }

    // The place after f(x), f'(x), f^{-1}(x), P(2) or P(Y = 5); null where the letter is a factor or something else.
    private int? FunctionEnd()
    {
        var open = AfterMarks(_position + 1);
        if (!_tokens[open].IsSign("("))
        {
            return null;
        }

        var (end, depth) = (open + 1, 1);
        var (isName, isCondition) = (true, false);
        for (; depth > 0 && _tokens[end].Kind != LatexTokenKind.End; end++)
        {
            var token = _tokens[end];
            depth += token.IsSign("(") ? 1 : token.IsSign(")") ? -1 : 0;
            isName &= depth == 0 || token.Kind == LatexTokenKind.Letter || token.IsSign(",");
            isCondition |= token.Kind == LatexTokenKind.Word
                || token is { Kind: LatexTokenKind.Sign, Text: "=" or "<" or ">" or "≤" or "≥" or "≠" or "∈" or "∪" or "∩" or "|" };
        }

        var isValue = end == open + 3 && _tokens[open + 1].Kind == LatexTokenKind.Number
            && Current.Text is not ("x" or "y" or "z" or "e" or "i");
        return depth == 0 && (isName || isCondition || isValue) ? end : null;
    }

    // The place after primes or the exponent -1.
    private int AfterMarks(int position)
    {
        while (_tokens[position].IsSign("'"))
        {
            position++;
        }

        return InverseEnd(position) ?? position;
    }

    // The place after an exponent -1 that stands there; null where there is none.
    private int? InverseEnd(int position)
    {
        var inner = _tokens[position].IsSign("^") ? position + 1 : -1;
        if (inner < 0)
        {
            return null;
        }

        var isBraced = _tokens[inner].IsSign("{");
        inner += isBraced ? 1 : 0;
        var end = inner + (isBraced ? 3 : 2);
        return end < _tokens.Length && _tokens[inner].IsSign("-") && _tokens[inner + 1] is { Kind: LatexTokenKind.Number, Text: "1" }
            && (!isBraced || _tokens[inner + 2].IsSign("}"))
            ? end
            : null;
    }

    // The derivative whose upper differential begins at a place, as in dy/dx and \frac{dy}{dx}; null where there is none.
    private AnswerValue.Scalar? Derivative(int position, bool isFraction)
    {
        var upper = position + (isFraction ? 1 : 0);
        if ((isFraction && !_tokens[position].IsSign("{")) || Differential(ref upper, orderIsFirst: true) is not var (function, order))
        {
            return null;
        }

        var lower = upper + (isFraction ? 2 : 1);
        var isDivided = isFraction ? _tokens[upper].IsSign("}") && _tokens[upper + 1].IsSign("{") : _tokens[upper].IsSign("/");
        if (!isDivided || Differential(ref lower, orderIsFirst: false) is not var (variable, times) || times != order
            || variable.Length == 0 || (isFraction && !_tokens[lower].IsSign("}")))
        {
            return null;
        }

        _position = lower + (isFraction ? 1 : 0);
        return function.Length == 0
            ? Fail() // What is to be derived follows; it is not worked out.
            : new AnswerValue.Scalar(Expression.Of(new Atom.Symbol(ValueNames.Derivative(function, variable, order))));
    }

    // A differential such as dy, d^2y or dx^2: its letter and its order. The letter is empty where it is only d.
    private (string Letter, int Order)? Differential(ref int position, bool orderIsFirst)
    {
        var token = _tokens[position];
        if (token is not ({ Kind: LatexTokenKind.Letter, Text: "d" } or { Kind: LatexTokenKind.Command, Text: "\\partial" }))
        {
            return null;
        }

        position++;
        var order = orderIsFirst ? Order(ref position) : 1;
        var letter = _tokens[position].Kind == LatexTokenKind.Letter ? _tokens[position++].Text : "";
        return (letter, orderIsFirst ? order : Order(ref position));
    }

    // The order of a derivative, as an exponent; 1 where there is none.
    private int Order(ref int position)
    {
        const int MostPrimes = 9;
        if (!_tokens[position].IsSign("^"))
        {
            return 1;
        }

        var isBraced = _tokens[position + 1].IsSign("{");
        var number = _tokens[Math.Min(position + (isBraced ? 2 : 1), _tokens.Length - 1)];
        if (number is not { Kind: LatexTokenKind.Number, Value: { IsInteger: true, Sign: > 0 } } || number.Value > MostPrimes
            || (isBraced && !_tokens[position + 3].IsSign("}")))
        {
            return 1;
        }

        position += isBraced ? 4 : 2;
        return (int)number.Value.Numerator;
    }
}
