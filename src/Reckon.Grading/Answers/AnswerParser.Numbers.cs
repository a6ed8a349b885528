using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    private AnswerValue ReadNumber(LatexToken number)
    {
        if (Current.IsSign("_"))
        {
            return BaseNumber(number.Text);
        }

        var isPlain = number.Text.AsSpan().IndexOf('e') < 0;
        if (isPlain && Current.IsSign("…"))
        {
            _position++;
            return Period(number.Text) is { } period ? new AnswerValue.Scalar(Expression.Of(NumberScanner.Repeating(number.Text, period)))
                : number.Value.IsInteger ? new AnswerValue.Scalar(Expression.Of(number.Value))
                : Fail(); // The digits that are left out matter.
        }

        if (isPlain && Current is { Kind: LatexTokenKind.Command, Text: "overline" or "dot" } && RepeatedDigits() is { } digits)
        {
            return new AnswerValue.Scalar(Expression.Of(NumberScanner.Repeating(number.Text, digits)));
        }

        var value = number.Value.IsInteger && MixedFraction() is { } fraction ? number.Value + fraction : number.Value;
        return new AnswerValue.Scalar(Expression.Of(value));
    }

    // Reads the digits under a bar after a number; null where something else follows.
    private string? RepeatedDigits()
    {
        var isBraced = Next.IsSign("{");
        var digits = _tokens[Math.Min(_position + (isBraced ? 2 : 1), _tokens.Length - 1)];
        var length = isBraced ? 4 : 2;
        if (digits.Kind != LatexTokenKind.Number || !digits.Text.All(char.IsAsciiDigit)
            || (isBraced && !_tokens[_position + 3].IsSign("}")))
        {
            return null;
        }

        var isDot = Current.IsCommand("dot");
        _position += length;
        return isDot ? digits.Text + DigitsToLastDot() : digits.Text;
    }

    // The digits of a period after its first dot, up to and with its last: 23 in 0.\dot{1}2\dot{3}.
    private string DigitsToLastDot()
    {
        var start = _position;
        var between = Current is { Kind: LatexTokenKind.Number } number && number.Text.All(char.IsAsciiDigit) ? number.Text : "";
        _position += between.Length > 0 ? 1 : 0;
        if (Current.IsCommand("dot") && RepeatedDigits() is { } last)
        {
            return between + last;
        }

        _position = start;
        return "";
    }

    // The shortest group of digits that a decimal ends with twice, or one digit that it ends with three times.
    private static string? Period(string number)
    {
        var decimals = number[(number.IndexOf('.', StringComparison.Ordinal) + 1)..];
        for (var length = 1; number.Contains('.', StringComparison.Ordinal) && length * 2 <= decimals.Length; length++)
        {
            var tail = decimals[^length..];
            var times = length == 1 ? 3 : 2;
            if (decimals.EndsWith(string.Concat(Enumerable.Repeat(tail, times)), StringComparison.Ordinal))
            {
                return tail;
            }
        }

        return null;
    }

    // Reads a proper fraction of plain numbers after a whole number, as in 1\frac{2}{3} and 1 2/3; null where there is none.
    private Rational? MixedFraction()
    {
        var start = _position;
        if (Current.IsCommand("frac"))
        {
            if ((Next.IsSign("{") ? _tokens[_position + 2] : Next).Kind != LatexTokenKind.Number)
            {
                return null;
            }

            _position++;
            var fraction = ReadFraction();
            var isPlain = !_failed
                && _tokens[(start + 1).._position].All(token => token.Kind == LatexTokenKind.Number
                    || token is { Kind: LatexTokenKind.Sign, Text: "{" or "}" });
            if (isPlain && fraction is AnswerValue.Scalar { Value: { IsConstant: true } value } && value.Constant is { Sign: > 0 } proper
                && proper < Rational.One)
            {
                return proper;
            }

            GoBack(start);
            return null;
        }

        if (Current is { Kind: LatexTokenKind.Number, AfterSpace: true } top && Next.IsSign("/")
            && _tokens[_position + 2] is { Kind: LatexTokenKind.Number } bottom
            && !bottom.Value.IsZero && top.Value.IsInteger && bottom.Value.IsInteger && top.Value < bottom.Value)
        {
            _position += 3;
            return top.Value / bottom.Value;
        }

        return null;
    }

    private AnswerValue BaseNumber(string digits)
    {
        var number = Subscript(out _) is { } subscript ? subscript : Rational.Zero;
        if (!number.IsInteger || number < 2 || number > BaseDigits.Length)
        {
            return Fail();
        }

        var @base = (int)number.Numerator;
        var value = Rational.Zero;
        var scale = Rational.One;
        var isFraction = false;
        foreach (var character in digits)
        {
            if (character == '.')
            {
                isFraction = true;
                continue;
            }

            var digit = BaseDigits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0 || digit >= @base || !algebra.Effort.Spend(1))
            {
                return Fail();
            }

            scale = isFraction ? scale / @base : scale;
            value = isFraction ? value + (scale * digit) : (value * @base) + digit;
        }

        return new AnswerValue.BaseNumber(digits, @base, value);
    }
}
