using System.Numerics;

namespace Reckon.Grading.Expressions;

internal sealed partial class Algebra
{
    /// <summary>The natural logarithm; that of a number is a sum of logarithms of primes.</summary>
    public Expression Logarithm(Expression value)
    {
        if (value.IsZero)
        {
            return Undefined();
        }

        if (!value.IsPolynomial)
        {
            return Subtract(Logarithm(Expression.Of(value.Numerator)), Logarithm(Expression.Of(value.Denominator)));
        }

        if (value.Numerator.Terms is not [{ Coefficient.Sign: > 0 } term])
        {
            return Expression.Of(new Atom.Function("ln", [value]));
        }

        var result = Expression.Zero;
        foreach (var (prime, count) in Factors(term.Coefficient))
        {
            result = Add(result, Multiply(Expression.Of(count), Expression.Of(new Atom.Function("ln", [Expression.Of(prime)]))));
        }

        foreach (var (atom, exponent) in term.Monomial.Powers)
        {
            result = Add(result, Multiply(Expression.Of(exponent), LogarithmOf(atom)));
        }

        return result;
    }

    public Expression Logarithm(Expression value, Expression @base) => Divide(Logarithm(value), Logarithm(@base));

    public Expression Absolute(Expression value)
    {
        if (value.IsConstant)
        {
            return Expression.Of(value.Constant.Abs);
        }

        if (!value.HasVariables)
        {
            return value.IsPolynomial && Array.Exists(value.Numerator.Terms, term => !term.Monomial.ExponentOf(_imaginary).IsZero)
                ? Modulus(value.Numerator)
                : NumericEvaluation.AtPoint(value, 0).Real < 0 ? Negate(value) : value;
        }

        return Expression.Of(new Atom.Function("abs", [IsNegative(value) ? Negate(value) : value]));
    }

    /// <summary>The conjugate. That of a variable is another variable; that of what holds variables is not worked out.</summary>
    public static Expression Conjugate(Expression value)
    {
        if (value.AsSymbol is Atom.Symbol symbol)
        {
            return Expression.Of(new Atom.Symbol($"{symbol.Name}\u0305"));
        }

        var isPlain = value.IsPolynomial && value.Atoms().All(atom => atom is Atom.Imaginary or Atom.Prime or Atom.Constant);
        return isPlain
            ? Expression.Of(Polynomial.Sum(Array.ConvertAll(
                value.Numerator.Terms, term =>
                    term.Monomial.ExponentOf(_imaginary).IsZero ? term : term with { Coefficient = -term.Coefficient })))
            : Expression.Of(new Atom.Function("bar", [value]));
    }

    /// <summary>A function by its name; null where there is none of that name with that many arguments.</summary>
    public Expression? Apply(string name, IReadOnlyList<Expression> arguments)
    {
        if (arguments is [var only])
        {
            return Apply(name, only);
        }

        var numbers = arguments.Count > 1 && arguments.All(argument => argument.IsConstant)
            ? ApplyToNumbers(name, [.. arguments.Select(argument => argument.Constant)])
            : null;
        return numbers is null && name is "max" or "min" or "gcd" or "lcm"
            ? Expression.Of(new Atom.Function(name, [.. arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal)]))
            : numbers;
    }

    private Expression? Apply(string name, Expression argument) => name switch
    {
        "sin" => Sine(argument),
        "cos" => Cosine(argument),
        "tan" => Tangent(argument),
        "cot" => Divide(Cosine(argument), Sine(argument)),
        "sec" => Divide(Expression.One, Cosine(argument)),
        "csc" => Divide(Expression.One, Sine(argument)),
        "ln" => Logarithm(argument),
        "log" => Logarithm(argument, Expression.Of(10)),
        "lg" => Logarithm(argument, Expression.Of(10)),
        "exp" => Power(Euler, argument),
        "abs" => Absolute(argument),
        "sqrt" => SquareRoot(argument),
        "floor" when argument.IsConstant => Expression.Of(argument.Constant.Floor),
        "ceil" when argument.IsConstant => Expression.Of(-(-argument.Constant).Floor),
        "arcsin" or "arccos" or "arctan" => InverseOf(name, argument),
        "sinh" or "cosh" or "tanh" or "floor" or "ceil" => Expression.Of(new Atom.Function(name, [argument])),
        "gcd" or "lcm" or "max" or "min" => argument,
        _ => null,
    };

    /// <summary>The least remainder that is not negative; the divisor is not zero.</summary>
    public static Rational Remainder(Rational value, Rational divisor) => value - ((value / divisor.Abs).Floor * divisor.Abs);

    private static Expression? ApplyToNumbers(string name, Rational[] arguments) => name switch
    {
        "max" => Expression.Of(arguments.Max()),
        "min" => Expression.Of(arguments.Min()),
        "gcd" when arguments.All(argument => argument.IsInteger) => Expression.Of(
            arguments.Aggregate(BigInteger.Zero, (divisor, argument) => BigInteger.GreatestCommonDivisor(divisor, argument.Numerator))),
        "lcm" when arguments.All(argument => argument.IsInteger && !argument.IsZero)
            && arguments.Length < SizeLimits.Depth => Expression.Of(
            arguments.Aggregate(BigInteger.One, (multiple, argument) =>
                BigInteger.Abs(multiple / BigInteger.GreatestCommonDivisor(multiple, argument.Numerator) * argument.Numerator))),
        _ => null,
    };

    private Expression LogarithmOf(Atom atom) => atom switch
    {
        Atom.Exponential exponential => Multiply(
            Expression.Of(Polynomial.Of(new Term(Rational.One, exponential.Exponent))), Logarithm(exponential.Base)),
        _ when atom == _euler => Expression.One,
        _ => Expression.Of(new Atom.Function("ln", [Expression.Of(atom is Atom.Prime prime
            ? Polynomial.Of(prime.Value)
            : Expression.Of(atom).Numerator)])),
    };

    // √(a² + b²) for a + bi.
    private Expression Modulus(Polynomial value)
    {
        var imaginary = Polynomial.Sum(Array.FindAll(value.Terms, term => !term.Monomial.ExponentOf(_imaginary).IsZero));
        var real = Polynomial.Sum(Array.FindAll(value.Terms, term => term.Monomial.ExponentOf(_imaginary).IsZero));
        return SquareRoot(Subtract(Expression.Of(Multiply(real, real)), Expression.Of(Multiply(imaginary, imaginary))));
    }

    // The angle as a rational multiple of π, where the function of that angle gives the value exactly; else the inverse function.
    private Expression InverseOf(string name, Expression value)
    {
        if (!value.HasVariables)
        {
            var number = NumericEvaluation.AtPoint(value, 0).Real;
            var angle = name switch { "arcsin" => Math.Asin(number), "arccos" => Math.Acos(number), _ => Math.Atan(number) };
            var parts = Math.Round(angle / Math.PI * 120);
            if (Math.Abs((angle / Math.PI * 120) - parts) < 1e-9)
            {
                var exact = Multiply(Pi, Expression.Of(Rational.Of((int)parts, 120)));
                var back = name switch { "arcsin" => Sine(exact), "arccos" => Cosine(exact), _ => Tangent(exact) };
                if (back.Key == value.Key)
                {
                    return exact;
                }
            }
        }

        return Expression.Of(new Atom.Function(name, [value]));
    }
}
