using System.Numerics;

namespace Reckon.Grading.Expressions;

internal sealed partial class Algebra
{
    // A root of one term.
    private Expression Root(Term term, Rational exponent)
    {
        var isEven = exponent.Denominator.IsEven;
        var result = Expression.One;
        if (term.Coefficient.Sign < 0)
        {
            if (isEven && exponent.Denominator != 2)
            {
                return Expression.Of(new Atom.Function("root", [Expression.Of(Polynomial.Of(term)), Expression.Of(exponent)]));
            }

            // An odd root of a negative number is the real one; a square root is imaginary.
            result = isEven
                ? IntegerPower(Imaginary, exponent.Numerator)
                : Expression.Of(exponent.Numerator.IsEven ? Rational.One : Rational.MinusOne);
        }

        result = Multiply(result, RootOfNumber(term.Coefficient.Abs, exponent));
        foreach (var power in term.Monomial.Powers)
        {
            result = Multiply(result, Root(power, exponent, isEven));
        }

        return result;
    }

    private Expression RootOfNumber(Rational value, Rational exponent)
    {
        var result = Expression.One;
        foreach (var (prime, count) in Factors(value))
        {
            var power = exponent * count;
            if (power.Abs * (int)Math.Min(int.MaxValue, prime.GetBitLength()) > SizeLimits.Bits)
            {
                return Spent();
            }

            result = Multiply(result, Expression.Of(Reduced(new Term(Rational.One, One(new Atom.Prime(prime), power)))));
        }

        return result;
    }

    private Expression Root(Power power, Rational exponent, bool isEven)
    {
        var (atom, inner) = power;
        var product = inner * exponent;
        if (atom is Atom.Imaginary or Atom.Constant { Name: "∞" })
        {
            return Expression.Of(new Atom.Function("root", [Expression.Of(atom, inner), Expression.Of(exponent)]));
        }

        // The square root of a square is the absolute value.
        if (isEven && atom.IsVariable && inner.IsInteger && inner.Numerator.IsEven && !(product / 2).IsInteger)
        {
            return Power(Absolute(Expression.Of(atom)), product);
        }

        if (atom is Atom.Prime or Atom.Sum)
        {
            return Expression.Of(Reduced(new Term(Rational.One, One(atom, product))));
        }

        return Expression.Of(atom, product);
    }

    // A root of a sum: the factor that all terms share is taken out, and nested square roots are denested where that is possible.
    private Expression Root(Polynomial sum, Rational exponent)
    {
        var numerators = sum.Terms.Aggregate(BigInteger.Zero,
            (divisor, term) => BigInteger.GreatestCommonDivisor(divisor, term.Coefficient.Numerator));
        var denominators = sum.Terms.Aggregate(BigInteger.One, (multiple, term) =>
            multiple / BigInteger.GreatestCommonDivisor(multiple, term.Coefficient.Denominator) * term.Coefficient.Denominator);
        var content = Rational.Of(numerators, denominators);
        if (exponent.Denominator == 2 && Denested(sum) is { } root)
        {
            return IntegerPower(root, exponent.Numerator);
        }

        // The odd root of the opposite is the opposite of the odd root.
        var isTurned = !exponent.Denominator.IsEven && sum.Terms[0].Coefficient.Sign < 0;
        var shared = SharedFactor(sum);
        var bare = Shifted(sum.Scaled(Rational.One / (isTurned ? -content : content)), shared.Inverse());
        var result = RootOfNumber(content, exponent);
        result = isTurned && !exponent.Numerator.IsEven ? Negate(result) : result;
        foreach (var power in shared.Powers)
        {
            result = Multiply(result, Root(power, exponent, exponent.Denominator.IsEven));
        }

        var whole = exponent.Floor;
        result = Multiply(result, Expression.Of(new Atom.Sum(Expression.Of(bare)), exponent - whole));
        return whole.IsZero ? result : Multiply(result, IntegerPower(Expression.Of(bare), whole));
    }

    // The factor of all terms whose root may be taken by itself: variables under a root are positive.
    private static Monomial SharedFactor(Polynomial sum) => new(Array.FindAll(
        Content(sum).Powers, power => power.Atom is Atom.Symbol or Atom.Prime or Atom.Constant { Name: not "∞" }));

    // √(a + √b) as √x ± √y, where a² − b is a square; null where it is not of that form.
    private Expression? Denested(Polynomial sum)
    {
        if (sum.Terms.Length != 2
            || Array.Find(sum.Terms, term => term.Monomial.Powers.Length == 0) is not { Coefficient: { Sign: > 0 } whole })
        {
            return null;
        }

        var root = Array.Find(sum.Terms, term => term.Monomial.Powers.Length > 0);
        if (Array.Exists(root.Monomial.Powers, power => power.Atom is not Atom.Prime || power.Exponent != Rational.Half))
        {
            return null;
        }

        var square = IntegerPower(Expression.Of(Polynomial.Of(root)), 2).Constant;
        if (SquareRootOf((whole * whole) - square) is not { } difference)
        {
            return null;
        }

        var larger = SquareRoot(Expression.Of((whole + difference) / 2));
        var smaller = SquareRoot(Expression.Of((whole - difference) / 2));
        return root.Coefficient.Sign > 0 ? Add(larger, smaller) : Subtract(larger, smaller);
    }

    private static Rational? SquareRootOf(Rational value) =>
        value.Sign >= 0 && SquareRootOf(value.Numerator) is { } top && SquareRootOf(value.Denominator) is { } bottom
            ? Rational.Of(top, bottom)
            : null;

    private static BigInteger? SquareRootOf(BigInteger value)
    {
        if (value.GetBitLength() > 1000)
        {
            return null;
        }

        if (value < 2)
        {
            return value;
        }

        // Newton's method from above ends at the whole part of the root.
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        for (var next = (root + (value / root)) >> 1; next < root; next = (root + (value / root)) >> 1)
        {
            root = next;
        }

        return root * root == value ? root : null;
    }

    private void AddFactors(List<(BigInteger Prime, int Count)> result, long value, int sign)
    {
        for (var divisor = 2L; divisor <= SizeLimits.Divisor && value > 1 && divisor * divisor <= value; divisor += divisor == 2 ? 1 : 2)
        {
            var count = 0;
            for (; value % divisor == 0; value /= divisor)
            {
                count++;
            }

            if (count > 0)
            {
                result.Add((divisor, sign * count));
            }
        }

        Effort.Spend(value > SizeLimits.Divisor ? SizeLimits.Divisor / 64 : 1);
        AddLast(result, value, sign);
    }

    // What trial division left: 1, a prime, or the square of a prime.
    private static void AddLast(List<(BigInteger Prime, int Count)> result, BigInteger value, int sign)
    {
        if (value > 1)
        {
            var root = value > SizeLimits.Divisor ? SquareRootOf(value) : null;
            result.Add((root ?? value, root is null ? sign : sign * 2));
        }
    }

    private void AddFactors(List<(BigInteger Prime, int Count)> result, BigInteger value, int sign)
    {
        if (value <= long.MaxValue)
        {
            AddFactors(result, (long)value, sign);
            return;
        }

        for (var divisor = 2; divisor <= SizeLimits.Divisor && value > 1; divisor += divisor == 2 ? 1 : 2)
        {
            if ((BigInteger)divisor * divisor > value)
            {
                result.Add((value, sign));
                return;
            }

            var count = 0;
            while ((value % divisor).IsZero && Effort.Spend(1 + (value.GetBitLength() / 512)))
            {
                value /= divisor;
                count++;
            }

            if (count > 0)
            {
                result.Add((divisor, sign * count));
            }

            if (divisor % 32 == 1 && !Effort.Spend(1 + (value.GetBitLength() / 64)))
            {
                return;
            }
        }

        AddLast(result, value, sign);
    }
}
