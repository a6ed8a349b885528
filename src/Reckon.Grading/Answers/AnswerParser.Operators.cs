using System.Globalization;
using System.Numerics;
using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    private int _bars; // Open absolute values.
    private int _functions; // Functions whose arguments are being read: degrees are angles there.

    // The loosest operators: those on sets.
    private AnswerValue ReadUnion()
    {
        if (!Enter())
        {
            return Fail();
        }

        var left = ReadRatio();
        while (!_failed && Current is { Kind: LatexTokenKind.Sign, Text: "∪" or "∩" or "∖" } sign)
        {
            _position++;
            left = Combined(left, ReadRatio(), sign.Text);
        }

        _depth--;
        return left;
    }

    private AnswerValue Combined(AnswerValue left, AnswerValue right, string sign)
    {
        if (RealSets.Of(left) is not { } mine || RealSets.Of(right) is not { } its)
        {
            return Fail();
        }

        return RealSets.Value(sign switch
        {
            "∪" => mine.Union(its),
            "∩" => mine.Intersection(its),
            _ => mine.Without(its),
        });
    }

    private AnswerValue ReadRatio()
    {
        var left = ReadSum();
        if (_failed || !Current.IsSign(":"))
        {
            return left;
        }

        var terms = new List<Expression>();
        for (var term = left; ; term = ReadSum())
        {
            terms.Add(ValueArithmetic.Number(term) ?? Expression.Zero);
            _failed |= ValueArithmetic.Number(term) is null;
            left = term;
            if (_failed || terms.Count > SizeLimits.Items || !Accept(":"))
            {
                break;
            }
        }

        // 9:00 and 9 o'clock are the same.
        return left.Unit is "am" or "pm" && terms is [var hour, { IsZero: true }]
            ? new AnswerValue.Scalar(hour) { Unit = left.Unit }
            : new AnswerValue.Ratio(terms) { Unit = left.Unit };
    }

    private AnswerValue ReadSum()
    {
        var left = ReadProduct();
        while (!_failed && Current is { Kind: LatexTokenKind.Sign, Text: "+" or "-" or "±" or "∓" } sign)
        {
            _position++;
            var right = ReadProduct();
            left = _failed ? left : _arithmetic.Add(left, right, IsNegative(sign.Text)) ?? Fail();
        }

        return left;
    }

    private bool IsNegative(string sign)
    {
        _hasSigns |= sign is "±" or "∓";
        return sign switch
        {
            "-" => true,
            "±" => _sign < 0,
            "∓" => _sign > 0,
            _ => false,
        };
    }

    private AnswerValue ReadProduct()
    {
        var left = ReadSigned();
        while (!_failed)
        {
            if (Current is { Kind: LatexTokenKind.Sign, Text: "*" or "/" } sign)
            {
                _position++;
                var right = ReadSigned();
                left = _failed ? left : (sign.Text == "*" ? _arithmetic.Multiply(left, right) : _arithmetic.Divide(left, right)) ?? Fail();
            }
            else if (left.Unit is null && ReadUnitFraction() is { } unit)
            {
                left = left with { Unit = unit };
            }
            else if (StartsFactor())
            {
                var right = IsNumberAfterNumber() ? Fail() : ReadPower();
                left = _failed ? left : _arithmetic.Multiply(left, right) ?? Fail();
            }
            else if (Current.Kind == LatexTokenKind.Word && Vocabulary.Multipliers.TryGetValue(Current.Text, out var factor))
            {
                _position++;
                var multiplier = new AnswerValue.Scalar(Expression.Of(BigInteger.Parse(factor, CultureInfo.InvariantCulture)));
                left = _arithmetic.Multiply(left, multiplier) ?? Fail();
            }
            else if (!ReadDecoration(ref left))
            {
                break;
            }
        }

        return left;
    }

    private AnswerValue ReadSigned()
    {
        var isNegative = false;
        while (Current is { Kind: LatexTokenKind.Sign, Text: "+" or "-" or "±" or "∓" } sign)
        {
            _position++;
            isNegative ^= IsNegative(sign.Text);
        }

        var value = ReadPower();
        return _failed || !isNegative ? value : _arithmetic.Negate(value) ?? Fail();
    }

    // Two numbers side by side are no product, unless the first is an exponent: 2^4 7^2.
    private bool IsNumberAfterNumber() => Current.Kind == LatexTokenKind.Number && _tokens[_position - 1].Kind == LatexTokenKind.Number
        && !(Current.AfterSpace && _position > 1 && _tokens[_position - 2].IsSign("^"));

    private bool StartsFactor() => Current switch
    {
        { Kind: LatexTokenKind.Letter } => !IsUnitLetter(),
        { Kind: LatexTokenKind.Number or LatexTokenKind.Begin } => true,
        { Kind: LatexTokenKind.Command } command => command.Text[0] != '\\' && command.Text != "mod",
        { Kind: LatexTokenKind.Sign, Text: "(" } => !Next.IsCommand("mod"),
        { Kind: LatexTokenKind.Sign, Text: "{" or "⌊" or "⌈" } => true,
        { Kind: LatexTokenKind.Sign, Text: "|" } => _bars == 0,
        _ => false,
    };

    // An operand with the powers, factorials, percent and degree signs after it.
    private AnswerValue ReadPower()
    {
        if (!Enter())
        {
            return Fail();
        }

        var value = ReadOperand();
        while (!_failed && Current is { Kind: LatexTokenKind.Sign, Text: "^" or "!" or "%" or "°" } sign)
        {
            _position++;
            value = sign.Text switch
            {
                "^" => ReadExponent(value),
                "!" when !Current.IsSign("!") => ValueArithmetic.Number(value) is { } number
                    ? new AnswerValue.Scalar(algebra.Factorial(number))
                    : Fail(),
                "%" => Percent(value) ?? Fail(),
                "°" when Current.Kind != LatexTokenKind.Letter && !Current.IsSign("(") => Degrees(value), // Else f∘g.
                _ => Fail(),
            };
        }

        _depth--;
        return value;
    }

    private AnswerValue ReadExponent(AnswerValue value)
    {
        var isBraced = Current.IsSign("{");
        var inner = isBraced ? Next : Current;
        var afterInner = _tokens[Math.Min(_position + (isBraced ? 2 : 1), _tokens.Length - 1)];
        if (inner.IsSign("°") || inner is { Kind: LatexTokenKind.Word, Text: "th" or "st" or "nd" or "rd" })
        {
            if (isBraced && !afterInner.IsSign("}"))
            {
                return Fail();
            }

            _position += isBraced ? 3 : 1;
            return inner.IsSign("°") ? Degrees(value) : value;
        }

        var exponent = isBraced ? ReadGroup() : ReadSigned();
        if (_failed || ValueArithmetic.Number(exponent) is not { } power)
        {
            return Fail();
        }

        return value is AnswerValue.Matrix matrix
            ? MatrixPower(matrix, power)
            : ValueArithmetic.Number(value) is { } number && value.Unit is null
                ? new AnswerValue.Scalar(algebra.Power(number, power))
                : Fail();
    }

    private AnswerValue MatrixPower(AnswerValue.Matrix matrix, Expression power)
    {
        AnswerValue? result = matrix;
        var count = power.IsConstant && power.Constant is { IsInteger: true, Sign: > 0 } constant && constant < 100
            ? (int)constant.Numerator
            : 0;
        for (; count > 1 && result is not null && !algebra.Effort.HasFailed; count--)
        {
            result = _arithmetic.Multiply(result, matrix);
        }

        return count == 1 && result is not null ? result : Fail();
    }

    private AnswerValue? Percent(AnswerValue value)
    {
        var number = policy.PercentIsHundredth ? _arithmetic.Divide(value, new AnswerValue.Scalar(Expression.Of(100))) : value;
        return number is null ? null : number with { Unit = Units.Percent };
    }

    // The letter of 20^\circ C, which is no factor.
    private string TemperatureScale()
    {
        if (Current is not { Kind: LatexTokenKind.Letter, Text: "C" or "F" } letter)
        {
            return "";
        }

        _position++;
        return letter.Text;
    }

    private AnswerValue Degrees(AnswerValue value) => _functions == 0
        ? value with { Unit = Units.Degree + TemperatureScale() }
        : _arithmetic.Multiply(value, new AnswerValue.Scalar(algebra.Divide(Algebra.Pi, Expression.Of(180)))) ?? Fail();
}
