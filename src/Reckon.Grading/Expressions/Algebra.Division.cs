using System.Numerics;

namespace Reckon.Grading.Expressions;

internal sealed partial class Algebra
{
    /// <summary>One form for all expressions that are zero where <paramref name="value"/> is: its numerator without common factors of all terms, with 1 as the first coefficient.</summary>
    public static Expression Primitive(Expression value) => value.IsZero
        ? value
        : Expression.Of(WithoutContent(value.Numerator).Scaled(Rational.One / value.Numerator.Terms[0].Coefficient));

    // The product of the least power of every atom in all terms.
    private static Monomial Content(Polynomial value)
    {
        if (value.Terms.Length == 0)
        {
            return Monomial.One;
        }

        var least = value.Terms[0].Monomial;
        foreach (var term in value.Terms)
        {
            least = least.Least(term.Monomial);
        }

        return least;
    }

    // The product of the greatest power of every atom in all terms, where none is negative.
    private static Monomial Degrees(Polynomial value)
    {
        var degrees = Monomial.One;
        foreach (var term in value.Terms)
        {
            degrees = degrees.Greatest(term.Monomial);
        }

        return degrees;
    }

    // Both divided by a common divisor of several terms: one of the two itself or, in one atom, the greatest; null where none
    // was found.
    private (Polynomial Top, Polynomial Bottom)? Cancelled(Polynomial numerator, Polynomial denominator)
    {
        if (numerator.Terms.Length == 1)
        {
            return null;
        }

        if (ExactQuotient(numerator, denominator) is { } whole)
        {
            return (whole, Polynomial.One);
        }

        var content = Content(numerator);
        if (ExactQuotient(denominator, Shifted(numerator, content.Inverse())) is { } rest)
        {
            return (Polynomial.Of(new Term(Rational.One, content)), rest);
        }

        return OnlyAtom(denominator) is { } atom && OnlyAtom(numerator)?.Key == atom.Key && GreatestDivisor(numerator, denominator, atom) is { } divisor
            && ExactQuotient(numerator, divisor) is { } top && ExactQuotient(denominator, divisor) is { } bottom
            ? (top, bottom)
            : null;
    }

    private static Polynomial WithoutContent(Polynomial value) => Shifted(value, Content(value).Inverse());

    private static Polynomial Shifted(Polynomial value, Monomial factor) => factor.Powers.Length == 0
        ? value
        : Polynomial.Sum(Array.ConvertAll(value.Terms, term => term with { Monomial = term.Monomial.Times(factor) }));

    private static Atom? OnlyAtom(Polynomial value)
    {
        Atom? only = null;
        foreach (var term in value.Terms)
        {
            foreach (var (atom, exponent) in term.Monomial.Powers)
            {
                if (!exponent.IsInteger || (only is not null && only.Key != atom.Key))
                {
                    return null;
                }

                only = atom;
            }
        }

        return only;
    }

    // The greatest common divisor of polynomials in one atom, with 1 as the first coefficient; null when they have none.
    private Polynomial? GreatestDivisor(Polynomial left, Polynomial right, Atom atom)
    {
        if (Coefficients(WithoutContent(left), atom) is not { } mine || Coefficients(right, atom) is not { } its
            || IntegerPolynomials.GreatestDivisor(mine, its, Effort) is not { Length: > 1 } divisor)
        {
            return null;
        }

        var terms = divisor
            .Select((coefficient, power) => new Term(Rational.Of(coefficient, divisor[^1]), One(atom, power)))
            .Where(term => !term.Coefficient.IsZero);
        return Polynomial.Sum([.. terms]);
    }

    // The whole coefficients of a multiple, the lowest power first; null where the powers are no whole numbers or too high.
    private static BigInteger[]? Coefficients(Polynomial value, Atom atom)
    {
        var highest = value.Terms[0].Monomial.ExponentOf(atom);
        var scale = BigInteger.One;
        foreach (var term in value.Terms)
        {
            scale = scale / BigInteger.GreatestCommonDivisor(scale, term.Coefficient.Denominator) * term.Coefficient.Denominator;
            if (scale.GetBitLength() > SizeLimits.Bits || term.Monomial.ExponentOf(atom) is not { IsInteger: true, Sign: >= 0 } || highest > SizeLimits.Terms)
            {
                return null;
            }
        }

        var coefficients = new BigInteger[(int)highest.Numerator + 1];
        foreach (var term in value.Terms)
        {
            coefficients[(int)term.Monomial.ExponentOf(atom).Numerator] = term.Coefficient.Numerator * (scale / term.Coefficient.Denominator);
        }

        return coefficients;
    }

    // The quotient when nothing remains, else null; the dividend may have negative exponents.
    private Polynomial? ExactQuotient(Polynomial dividend, Polynomial divisor)
    {
        var content = Content(dividend);
        var bare = Shifted(dividend, content.Inverse());
        if (!Array.TrueForAll(Degrees(bare).Times(Degrees(divisor).Inverse()).Powers, power => power.Exponent.Sign > 0))
        {
            return null; // The degree of a product in each atom is the sum of its factors'.
        }

        var (quotient, remainder) = Divide(bare, divisor);
        return remainder.IsZero && !Effort.HasFailed ? Shifted(quotient, content) : null;
    }

    private (Polynomial Quotient, Polynomial Remainder) Divide(Polynomial dividend, Polynomial divisor)
    {
        if (Effort.HasFailed)
        {
            return (Polynomial.Zero, Polynomial.One);
        }

        var quotient = new List<Term>();
        var lead = divisor.Terms[0];
        var inverse = lead.Monomial.Inverse();
        while (!dividend.IsZero && Effort.Spend(1 + (2L * divisor.Terms.Length) + dividend.Terms.Length))
        {
            var factor = new Term(dividend.Terms[0].Coefficient / lead.Coefficient, dividend.Terms[0].Monomial.Times(inverse));
            if (Array.Exists(factor.Monomial.Powers, power => power.Exponent.Sign < 0))
            {
                break;
            }

            quotient.Add(factor);
            dividend = BoundedSum(dividend, divisor.Times(factor with { Coefficient = -factor.Coefficient }));
        }

        return (Polynomial.Sum(quotient), dividend);
    }
}
