using System.Numerics;

namespace Reckon.Grading.Expressions;

/// <summary>
/// Expressions as floating-point complex numbers: the last resort for what has no normal form. Variables get values that
/// depend on their names and the point's number alone, so a verdict is the same everywhere.
/// </summary>
internal static class NumericEvaluation
{
    private const double RealTolerance = 1e-12;
    private const ulong Prime = 1099511628211;
    private const ulong Offset = 14695981039346656037;

    /// <summary>The value at a point; not a number where there is none.</summary>
    public static Complex AtPoint(Expression value, int point) =>
        value.IsPolynomial ? Of(value.Numerator, point) : Of(value.Numerator, point) / Of(value.Denominator, point);

    /// <summary>The value of what holds no variable as a real number, infinite for infinity; not a number where it is not real.</summary>
    public static double Real(Expression value)
    {
        if (value.IsConstant)
        {
            return value.Constant.ToDouble();
        }

        if (value.IsPolynomial
            && value.Numerator.Terms is [{ Monomial.Powers: [{ Atom: Atom.Constant { Value: double.PositiveInfinity } }] } term])
        {
            return term.Coefficient.Sign * double.PositiveInfinity;
        }

        var number = value.HasVariables ? double.NaN : AtPoint(value, 0);
        return Math.Abs(number.Imaginary) <= RealTolerance * Math.Abs(number.Real) ? number.Real : double.NaN;
    }

    private static Complex Of(Polynomial polynomial, int point)
    {
        var sum = Complex.Zero;
        foreach (var (coefficient, monomial) in polynomial.Terms)
        {
            sum += Of(monomial, point) * coefficient.ToDouble();
        }

        return sum;
    }

    private static Complex Of(Monomial monomial, int point)
    {
        var product = Complex.One;
        foreach (var (atom, exponent) in monomial.Powers)
        {
            product *= Raised(Of(atom, point), exponent, atom.IsVariable);
        }

        return product;
    }

    private static Complex Of(Atom atom, int point) => atom switch
    {
        Atom.Symbol symbol => Drawn(symbol.Key, point),
        Atom.Constant constant => constant.Value,
        Atom.Imaginary => Complex.ImaginaryOne,
        Atom.Prime prime => (double)prime.Value,
        Atom.Sum sum => AtPoint(sum.Base, point),
        Atom.Exponential power => Complex.Pow(AtPoint(power.Base, point), Of(power.Exponent, point)),
        Atom.Function function => Of(function, point),
        _ => double.NaN,
    };

    private static Complex Of(Atom.Function function, int point)
    {
        var argument = AtPoint(function.Arguments[0], point);
        return function.Name switch
        {
            "sin" => Complex.Sin(argument),
            "cos" => Complex.Cos(argument),
            "ln" => Complex.Log(argument),
            "abs" => Complex.Abs(argument),
            "arcsin" => Complex.Asin(argument),
            "arccos" => Complex.Acos(argument),
            "arctan" => Complex.Atan(argument),
            "sinh" => Complex.Sinh(argument),
            "cosh" => Complex.Cosh(argument),
            "tanh" => Complex.Tanh(argument),
            "floor" => Math.Floor(argument.Real),
            "ceil" => Math.Ceiling(argument.Real),
            "!" when argument.Imaginary == 0 => Gamma(argument.Real + 1),
            "pow" or "root" => Complex.Pow(argument, AtPoint(function.Arguments[1], point)),
            _ when function.IsUnknown => Drawn(function.Key, point),
            _ => double.NaN,
        };
    }

    private static Complex Raised(Complex value, Rational power, bool isVariable)
    {
        var exponent = power.ToDouble();
        if (power.IsInteger && Math.Abs(exponent) <= 64)
        {
            var product = Complex.One;
            for (var count = 0; count < Math.Abs(exponent); count++)
            {
                product *= value;
            }

            return exponent < 0 ? Complex.One / product : product;
        }

        return value.Imaginary != 0 ? Complex.Pow(value, exponent)
            : value.Real > 0 ? Math.Pow(value.Real, exponent)
            : RootOfNegative(value, power, exponent, isVariable);
    }

    // An odd root of a negative number is the real one. Under an even root there are no negative variables.
    private static Complex RootOfNegative(Complex value, Rational power, double exponent, bool isVariable) =>
        power.Denominator.IsEven
            ? isVariable ? double.NaN : Complex.Pow(value, exponent)
            : Math.Pow(-value.Real, exponent) * (power.Numerator.IsEven ? 1 : -1);

    // Γ of a real number, by the approximation of Lanczos (g = 7, nine terms; relative error about 1e-15), which is for x > 1/2: from
    // smaller x it is reached by Γ(x + 1) = x·Γ(x).
    private static double Gamma(double x)
    {
        var divisor = 1.0;
        for (; x < 1; x++)
        {
            divisor *= x;
        }

        ReadOnlySpan<double> coefficients =
        [
            676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
            9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        var sum = 0.99999999999980993;
        for (var index = 0; index < coefficients.Length; index++)
        {
            sum += coefficients[index] / (x + index);
        }

        var t = x + 6.5;
        return Math.Sqrt(2 * Math.PI) * Math.Pow(t, x - 0.5) * Math.Exp(-t) * sum / divisor;
    }

    // A number in (0.3, 1.9) from a name and a point, by the hash of Fowler, Noll and Vo; of either sign at every other
    // point, as variables are real.
    private static double Drawn(string name, int point)
    {
        var hash = (Offset ^ (ulong)point) * Prime;
        foreach (var character in name)
        {
            hash = (hash ^ character) * Prime;
        }

        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        var sign = point % 2 == 1 && (hash & 1) == 1 ? -1 : 1;
        return sign * (0.3 + (1.6 * ((hash >> 11) / (double)(1UL << 53))));
    }
}
