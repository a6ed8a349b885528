using System.Numerics;

namespace Reckon.Grading.Expressions;

/// <summary>Polynomials in one atom with whole coefficients, the lowest power first and the highest not zero: Euclid's algorithm is fastest on these.</summary>
internal static class IntegerPolynomials
{
    /// <summary>The greatest common divisor, without a common factor of its coefficients; null when the effort does not suffice.</summary>
    /// <remarks>Remainders are kept whole by multiplying the dividend, and small by dividing out what the coefficients share (Knuth, volume 2, 4.6.1, algorithm E).</remarks>
    public static BigInteger[]? GreatestDivisor(BigInteger[] left, BigInteger[] right, Effort effort)
    {
        (left, right) = (Primitive(left), Primitive(right));
        while (right.Length > 0)
        {
            if (left.Length < right.Length)
            {
                (left, right) = (right, left);
            }

            if (Remainder(left, right, effort) is not { } remainder)
            {
                return null;
            }

            (left, right) = (right, Primitive(remainder));
        }

        return left;
    }

    // The remainder of the dividend times a power of the divisor's first coefficient.
    private static BigInteger[]? Remainder(BigInteger[] dividend, BigInteger[] divisor, Effort effort)
    {
        var rest = (BigInteger[])dividend.Clone();
        var lead = divisor[^1];
        for (var top = rest.Length - 1; top >= divisor.Length - 1; top--)
        {
            if (!effort.Spend(2L * top * (1 + ((Bits(rest) + lead.GetBitLength()) / 256))))
            {
                return null;
            }

            var factor = rest[top];
            if (factor.IsZero)
            {
                continue;
            }

            for (var power = 0; power < top; power++)
            {
                var offset = power - (top - (divisor.Length - 1));
                rest[power] = (rest[power] * lead) - (offset >= 0 ? factor * divisor[offset] : BigInteger.Zero);
            }

            rest[top] = BigInteger.Zero;
        }

        return rest;
    }

    private static BigInteger[] Primitive(BigInteger[] value)
    {
        var length = value.Length;
        while (length > 0 && value[length - 1].IsZero)
        {
            length--;
        }

        var content = BigInteger.Zero;
        for (var power = 0; power < length && !content.IsOne; power++)
        {
            content = BigInteger.GreatestCommonDivisor(content, value[power]);
        }

        return length == value.Length && content.IsOne ? value : [.. value.Take(length).Select(coefficient => coefficient / content)];
    }

    private static long Bits(BigInteger[] value)
    {
        long most = 0;
        foreach (var coefficient in value)
        {
            most = Math.Max(most, coefficient.GetBitLength());
        }

        return most;
    }
}
