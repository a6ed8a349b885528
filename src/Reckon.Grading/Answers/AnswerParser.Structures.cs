using System.Globalization;
using System.Numerics;
using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    private AnswerValue ReadCommand(LatexToken command)
    {
        switch (command.Text)
        {
            case "frac":
                return ReadFraction();
            case "sqrt":
                return ReadRoot();
            case "binom":
                return Combination(ReadArgument(), ReadArgument());
            case "overline" or "mark":
                return ReadMarked(command.Text);
            case "det":
                return Determinant(ReadPower());
            default:
                return Vocabulary.Functions.ContainsKey(command.Text) ? ReadFunction(command.Text) : Fail();
        }
    }

    private AnswerValue.Scalar Determinant(AnswerValue value) =>
        !_failed && value is AnswerValue.Matrix matrix && Determinants.Of(matrix, algebra) is { } number
            ? new AnswerValue.Scalar(number)
            : Fail();

    private AnswerValue ReadFraction()
    {
        if (Derivative(_position, isFraction: true) is { } derivative)
        {
            return derivative;
        }

        var top = ReadArgument();
        var bottom = ReadArgument();
        return _failed ? Fail() : _arithmetic.Divide(top, bottom) ?? Fail();
    }

    // A group, or without braces its only member: a digit, a letter, a command.
    private AnswerValue ReadArgument()
    {
        if (_failed || !Enter())
        {
            return Fail();
        }

        _depth--;
        if (Current.IsSign("{"))
        {
            return ReadGroup();
        }

        if (Current is { Kind: LatexTokenKind.Number, Text.Length: > 1 } number && number.Text.All(char.IsAsciiDigit))
        {
            // \frac12 is one half: the argument is the first digit, and the others remain to be read.
            var digit = number.Text[0] - '0';
            var rest = number.Text[1..];
            _tokens[_position] = number with { Text = rest, Value = BigInteger.Parse(rest, CultureInfo.InvariantCulture) };
            return new AnswerValue.Scalar(Expression.Of(digit));
        }

        return ReadOperand();
    }

    private AnswerValue.Scalar ReadRoot()
    {
        Expression index = Expression.Of(2);
        if (Accept("["))
        {
            index = ValueArithmetic.Number(ReadUnion()) ?? Expression.Zero;
            Expect("]");
        }

        if (_failed || index.IsZero)
        {
            return Fail();
        }

        // A number under a root is read whole: \sqrt10 is the root of ten.
        var value = Current.Kind == LatexTokenKind.Number ? ReadNumber(_tokens[_position++]) : ReadArgument();
        return !_failed && ValueArithmetic.Number(value) is { } number
            ? new AnswerValue.Scalar(algebra.Power(number, algebra.Divide(Expression.One, index)))
            : Fail();
    }

    // A name under a hat or an arrow is the name without it. A bar is the conjugate, or the segment between two points.
    private AnswerValue ReadMarked(string mark)
    {
        var value = ReadArgument();
        return mark != "overline"
            || value is AnswerValue.Scalar { Value.AsSymbol: { Key.Length: > 1 } name } && name.Key.All(char.IsAsciiLetterUpper)
            ? value
            : ValueArithmetic.Number(value) is { } number && !_failed ? new AnswerValue.Scalar(Algebra.Conjugate(number)) : Fail();
    }

    private AnswerValue.Scalar Combination(AnswerValue upper, AnswerValue lower) =>
        !_failed && ValueArithmetic.Number(upper) is { } all && ValueArithmetic.Number(lower) is { } chosen
            ? new AnswerValue.Scalar(algebra.Binomial(all, chosen))
            : Fail();

    private AnswerValue.Scalar Applied(string name, IReadOnlyList<AnswerValue> values)
    {
        var numbers = values.Select(ValueArithmetic.Number).ToArray();
        return !_failed && !Array.Exists(numbers, number => number is null)
            && algebra.Apply(name, Array.ConvertAll(numbers, number => number ?? Expression.Zero)) is { } value
            ? new AnswerValue.Scalar(value)
            : Fail();
    }

    private AnswerValue.Scalar ReadFunction(string name)
    {
        Expression? exponent = null;
        Expression? @base = null;
        while (!_failed && Current is { Kind: LatexTokenKind.Sign, Text: "^" or "_" } sign)
        {
            _position++;
            var part = ValueArithmetic.Number(Current.IsSign("{") ? ReadGroup() : ReadSigned());
            _failed |= part is null;
            (exponent, @base) = sign.Text == "^" ? (part, @base) : (exponent, part);
        }

        _functions++;
        var arguments = ReadFunctionArguments();
        _functions--;
        if (_failed || arguments is null)
        {
            return Fail();
        }

        var isInverse = exponent is { IsConstant: true } && exponent.Constant == Rational.MinusOne && name is "sin" or "cos" or "tan";
        var value = @base is not null && arguments is [var argument]
            ? algebra.Logarithm(argument, @base)
            : algebra.Apply(isInverse ? $"arc{name}" : name, arguments);
        return value is null || (@base is not null && name is not ("log" or "lg"))
            ? Fail()
            : new AnswerValue.Scalar(exponent is null || isInverse ? value : algebra.Power(value, exponent));
    }

    // Arguments in parentheses, or a product without them that ends before a sign, a parenthesis or another function.
    private Expression[]? ReadFunctionArguments()
    {
        if (Current is { Kind: LatexTokenKind.Sign, Text: "(" or "{" })
        {
            return Arguments();
        }

        var product = ReadSigned();
        while (!_failed && StartsFactor() && !Current.IsSign("(")
            && !(Current.Kind == LatexTokenKind.Command && Vocabulary.Functions.ContainsKey(Current.Text)))
        {
            product = _arithmetic.Multiply(product, ReadPower()) ?? Fail();
        }

        return !_failed && ValueArithmetic.Number(product) is { } number ? [number] : null;
    }
}
