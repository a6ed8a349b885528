using System.Numerics;

namespace Reckon.Grading.Expressions;

internal sealed partial class Algebra
{
    private static readonly Atom _euler = new Atom.Constant("e", Math.E);
    private static readonly Atom _pi = new Atom.Constant("π", Math.PI);
    private static readonly Atom _imaginary = new Atom.Imaginary();

    public static Expression Euler { get; } = Expression.Of(_euler);

    public static Expression Pi { get; } = Expression.Of(_pi);

    public static Expression Imaginary { get; } = Expression.Of(_imaginary);

    public static Expression Infinity { get; } = Expression.Of(new Atom.Constant("∞", double.PositiveInfinity));

    public Expression Power(Expression value, Expression exponent)
    {
        if (exponent.IsConstant)
        {
            return Power(value, exponent.Constant);
        }

        if (!exponent.IsPolynomial || exponent.Numerator.Terms.Length > SizeLimits.Depth)
        {
            return Expression.Of(new Atom.Function("pow", [value, exponent]));
        }

        var result = Expression.One;
        foreach (var (coefficient, monomial) in exponent.Numerator.Terms)
        {
            result = Multiply(result, monomial.Powers.Length == 0 ? Power(value, coefficient) : Power(value, coefficient, monomial));
        }

        return result;
    }

    public Expression Power(Expression value, Rational exponent)
    {
        if (exponent.IsInteger)
        {
            return IntegerPower(value, exponent);
        }

        if (value.IsZero)
        {
            return exponent.Sign > 0 ? value : Undefined();
        }

        if (!value.IsPolynomial)
        {
            return Divide(Power(Expression.Of(value.Numerator), exponent), Power(Expression.Of(value.Denominator), exponent));
        }

        return value.Numerator.Terms is [var term] ? Root(term, exponent) : Root(value.Numerator, exponent);
    }

    public Expression SquareRoot(Expression value) => Power(value, Rational.Half);

    private Expression Undefined()
    {
        Effort.Undefine();
        return Expression.Zero;
    }

    private Expression IntegerPower(Expression value, Rational exponent)
    {
        if (value.IsZero)
        {
            return exponent.Sign > 0 ? value : Undefined();
        }

        if (exponent.IsZero)
        {
            return Expression.One;
        }

        if (value.IsConstant && value.Constant.Abs.IsOne)
        {
            return value.Constant.Sign > 0 || exponent.Numerator.IsEven ? Expression.One : value;
        }

        if (exponent.Abs > SizeLimits.Bits || (value.IsConstant && value.Constant.Bits * (long)exponent.Abs.Numerator > SizeLimits.Bits))
        {
            return Spent();
        }

        var count = (int)exponent.Numerator;
        if (value.IsConstant)
        {
            return Constant(value.Constant.Power(count));
        }

        // A power of a single term needs no multiplications.
        if (value.IsPolynomial && value.Numerator.Terms is [var term])
        {
            return TermPower(term, count);
        }

        var power = new Expression(Power(value.Numerator, Math.Abs(count)), value.IsPolynomial ? Polynomial.One : Power(value.Denominator, Math.Abs(count)));
        return count > 0 ? power : Divide(Expression.One, power);
    }

    private Expression TermPower(Term term, int count)
    {
        if (term.Coefficient.Bits * Math.Abs((long)count) > SizeLimits.Bits)
        {
            return Spent();
        }

        if (count < 0)
        {
            return DivideByTerm(Polynomial.One, term) is var inverse && count == -1 ? inverse : IntegerPower(inverse, -count);
        }

        return Expression.Of(Reduced(new Term(term.Coefficient.Power(count), Raised(term.Monomial, count))));
    }

    private static Monomial Raised(Monomial monomial, Rational exponent) =>
        new(Array.ConvertAll(monomial.Powers, power => power with { Exponent = power.Exponent * exponent }));

    // A power whose exponent is a rational number times something that is not a number.
    private Expression Power(Expression value, Rational coefficient, Monomial exponent)
    {
        if (value.AsAtom == _euler)
        {
            return EulerPower(coefficient, exponent);
        }

        if (value.IsConstant && value.Constant.Sign > 0)
        {
            var result = Expression.One;
            foreach (var (prime, count) in Factors(value.Constant))
            {
                var atom = new Atom.Exponential(Expression.Of(prime), exponent);
                result = Multiply(result, Expression.Of(atom, coefficient * count));
            }

            return result;
        }

        return Expression.Of(new Atom.Exponential(value, exponent), coefficient);
    }

    private Expression EulerPower(Rational coefficient, Monomial exponent)
    {
        if (exponent.Powers is [{ Atom: Atom.Function { Name: "ln" } logarithm, Exponent.IsOne: true }])
        {
            return Power(logarithm.Arguments[0], coefficient);
        }

        // Euler's formula, for turns by a rational part of π.
        if (exponent.Powers.Length == 2 && exponent.ExponentOf(_pi).IsOne && exponent.ExponentOf(_imaginary).IsOne)
        {
            var angle = Multiply(Pi, Expression.Of(coefficient));
            return Add(Cosine(angle), Multiply(Imaginary, Sine(angle)));
        }

        return Expression.Of(new Atom.Exponential(Euler, exponent), coefficient);
    }

    // A number's prime factors with their exponents. What is left after trial division counts as prime.
    private List<(BigInteger Prime, int Count)> Factors(Rational value)
    {
        var result = new List<(BigInteger, int)>();
        AddFactors(result, value.Numerator, 1);
        AddFactors(result, value.Denominator, -1);
        return result;
    }
}
