using System.Globalization;
using System.Numerics;

namespace Reckon.Grading.Expressions;

/// <summary>An exact fraction in lowest terms, its denominator positive.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominatorLessOne; // So that default is 0/1.

    private Rational(BigInteger integer) => Numerator = integer;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    public static Rational Zero { get; }

    public static Rational One { get; } = new(BigInteger.One);

    public static Rational MinusOne { get; } = new(BigInteger.MinusOne);

    public static Rational Half { get; } = new(1, 2);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominatorLessOne + 1;

    public bool IsInteger => _denominatorLessOne.IsZero;

    public bool IsZero => Numerator.IsZero;

    public bool IsOne => IsInteger && Numerator.IsOne;

    public int Sign => Numerator.Sign;

    /// <summary>How much room it takes.</summary>
    public long Bits => Numerator.GetBitLength() + _denominatorLessOne.GetBitLength();

    public Rational Abs => Sign < 0 ? -this : this;

    public Rational Floor => IsInteger ? this : (Numerator - (Sign < 0 ? Denominator - 1 : 0)) / Denominator;

    public static implicit operator Rational(BigInteger value) => new(value);

    public static implicit operator Rational(int value) => new((BigInteger)value);

    public static Rational operator -(Rational value) => value.IsInteger ? new(-value.Numerator) : new(-value.Numerator, value.Denominator);

    public static Rational operator +(Rational left, Rational right) => left.IsInteger && right.IsInteger
        ? new(left.Numerator + right.Numerator)
        : Of((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator *(Rational left, Rational right) => left.IsInteger && right.IsInteger
        ? new(left.Numerator * right.Numerator)
        : Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The divisor is not zero.</summary>
    public static Rational operator /(Rational left, Rational right) =>
        Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The fraction in lowest terms; the denominator is not zero.</summary>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        divisor = denominator.Sign < 0 ? -divisor : divisor;
        return divisor.IsOne ? new(numerator, denominator) : new(numerator / divisor, denominator / divisor);
    }

    /// <summary>Its power; for a negative one it is not zero.</summary>
    public Rational Power(int exponent) => exponent >= 0
        ? new(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent))
        : Of(BigInteger.Pow(Denominator, -exponent), BigInteger.Pow(Numerator, -exponent));

    /// <summary>It as a floating-point number, infinite where it is out of range.</summary>
    public double ToDouble()
    {
        if (IsInteger)
        {
            return (double)Numerator;
        }

        // Both are shifted into range, so that a quotient of two huge numbers is not infinity by infinity.
        var shift = (int)Math.Max(0, Math.Max(Numerator.GetBitLength(), Denominator.GetBitLength()) - 1000);
        var lower = Math.Min(Numerator.GetBitLength(), Denominator.GetBitLength());
        return shift < lower - 60 || shift == 0
            ? (double)(Numerator >> shift) / (double)(Denominator >> shift)
            : Math.Exp(BigInteger.Log(BigInteger.Abs(Numerator)) - BigInteger.Log(Denominator)) * Sign;
    }

    public int CompareTo(Rational other) => IsInteger && other.IsInteger
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";
}
