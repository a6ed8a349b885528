using Reckon.Grading.Expressions;

namespace Reckon.Grading.Answers;

/// <summary>An interval of the real line; a point is closed at both ends.</summary>
internal sealed record RealInterval(Expression Lower, bool IsLowerClosed, Expression Upper, bool IsUpperClosed)
{
    private const double Tolerance = 1e-12;

    /// <summary>The lower end as a number.</summary>
    public double Low { get; } = NumericEvaluation.Real(Lower);

    /// <summary>The upper end as a number.</summary>
    public double High { get; } = NumericEvaluation.Real(Upper);

    public bool IsPoint => Lower.Key == Upper.Key;

    public bool IsEmpty => double.IsNaN(Low) || double.IsNaN(High) || Order(Low, High) > 0 || (Order(Low, High) == 0 && !(IsLowerClosed && IsUpperClosed));

    public string Key => IsPoint ? $"{{{Lower.Key}}}" : $"{(IsLowerClosed ? '[' : '(')}{Lower.Key},{Upper.Key}{(IsUpperClosed ? ']' : ')')}";

    public static RealInterval Point(Expression value) => new(value, true, value, true);

    /// <summary>Whether the union with an interval that begins later is an interval.</summary>
    public bool Touches(RealInterval later) => Order(later.Low, High) switch
    {
        < 0 => true,
        0 => IsUpperClosed || later.IsLowerClosed,
        _ => false,
    };

    public RealInterval Joined(RealInterval later)
    {
        var order = Order(High, later.High);
        return order > 0 || (order == 0 && IsUpperClosed) ? this : new RealInterval(Lower, IsLowerClosed, later.Upper, later.IsUpperClosed);
    }

    public RealInterval Intersection(RealInterval other)
    {
        var lower = Order(Low, other.Low);
        var upper = Order(High, other.High);
        return new(
            lower >= 0 ? Lower : other.Lower,
            lower == 0 ? IsLowerClosed && other.IsLowerClosed : lower > 0 ? IsLowerClosed : other.IsLowerClosed,
            upper <= 0 ? Upper : other.Upper,
            upper == 0 ? IsUpperClosed && other.IsUpperClosed : upper < 0 ? IsUpperClosed : other.IsUpperClosed);
    }

    public IEnumerable<RealInterval> Without(RealInterval hole) => Order(hole.High, Low) < 0 || Order(hole.Low, High) > 0
        ? [this]
        : [
            Intersection(new RealInterval(Algebra.Negate(Algebra.Infinity), false, hole.Lower, !hole.IsLowerClosed)),
            Intersection(new RealInterval(hole.Upper, !hole.IsUpperClosed, Algebra.Infinity, false)),
        ];

    private static int Order(double left, double right) =>
        left.Equals(right) || (double.IsFinite(left - right) && Math.Abs(left - right) <= Tolerance * Math.Max(Math.Abs(left), Math.Abs(right))) ? 0 : left < right ? -1 : 1;
}
