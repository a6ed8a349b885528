using System.Numerics;

namespace Reckon.Grading.Expressions;

internal sealed partial class Algebra
{
    // Most factors by which a factorial is moved to another argument.
    private const int MostFactors = 24;

    /// <summary>
    /// The factorial. That of an argument with a variable is brought to an argument without a whole number: (n + 1)! is (n + 1)·n!.
    /// </summary>
    public Expression Factorial(Expression value)
    {
        if (value.IsConstant)
        {
            return value.Constant is not { IsInteger: true, Sign: >= 0 } count ? Undefined()
                : count <= SizeLimits.Factorial ? Product(1, (int)count.Numerator)
                : Spent();
        }

        var shift = value.IsPolynomial ? WholePart(value.Numerator) : Rational.Zero;
        if (shift.Abs > MostFactors)
        {
            return Expression.Of(new Atom.Function("!", [value]));
        }

        var rest = Subtract(value, Expression.Of(shift));
        var (moved, steps) = (Expression.Of(new Atom.Function("!", [rest])), (int)shift.Numerator);
        return steps >= 0
            ? Multiply(moved, Falling(value, steps))
            : Divide(moved, Falling(rest, -steps));
    }

    /// <summary>The binomial coefficient; with variables, a product where it has few factors, else a quotient of factorials.</summary>
    public Expression Binomial(Expression upper, Expression lower)
    {
        if (upper.IsConstant && lower.IsConstant && upper.Constant.IsInteger && lower.Constant.IsInteger)
        {
            return Binomial(upper.Constant, lower.Constant);
        }

        var rest = Subtract(upper, lower);
        if ((FewFactors(lower) ?? FewFactors(rest)) is { } count)
        {
            return Divide(Falling(upper, count), Product(1, count));
        }

        return lower.IsConstant || rest.IsConstant || upper.IsConstant
            ? Expression.Of(new Atom.Function("binom", [upper, lower]))
            : Divide(Factorial(upper), Multiply(Factorial(lower), Factorial(rest)));
    }

    private Expression Binomial(Rational n, Rational k)
    {
        if (n.Abs > SizeLimits.Factorial || n.Sign < 0)
        {
            return n.Sign < 0 ? Undefined() : Spent();
        }

        if (k.Sign < 0 || k > n)
        {
            return Expression.Zero;
        }

        var (count, all) = ((int)k.Numerator, (int)n.Numerator);
        return Divide(Product(all - count + 1, all), Product(1, count));
    }

    private static int? FewFactors(Expression value) =>
        value.IsConstant && value.Constant is { IsInteger: true, Sign: >= 0 } number && number <= MostFactors
            ? (int)number.Numerator
            : null;

    // The whole part of the term without atoms.
    private static Rational WholePart(Polynomial value)
    {
        var constant = Array.Find(value.Terms, term => term.Monomial.Powers.Length == 0);
        return constant.Monomial is null ? Rational.Zero : constant.Coefficient.Floor;
    }

    // x (x - 1) (x - 2) ..., so many factors.
    private Expression Falling(Expression value, int count)
    {
        var result = Expression.One;
        for (var index = 0; index < count && !Effort.HasFailed; index++)
        {
            result = Multiply(result, Subtract(value, Expression.Of(index)));
        }

        return result;
    }

    private Expression Product(int from, int to)
    {
        var result = BigInteger.One;
        for (var factor = from; factor <= to && Effort.Spend(1 + (result.GetBitLength() / 1024)); factor++)
        {
            result *= factor;
        }

        return Constant(result);
    }
}
