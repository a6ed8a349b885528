namespace Reckon.Grading.Expressions;

/// <summary>
/// A value: a quotient of two polynomials over the rationals, in normal form. The denominator is 1, or a sum whose first
/// term has the coefficient 1; numerator and denominator do not divide each other.
/// </summary>
internal sealed class Expression(Polynomial numerator, Polynomial denominator)
{
    private string? _key;

    public static Expression Zero { get; } = Of(Rational.Zero);

    public static Expression One { get; } = Of(Rational.One);

    public Polynomial Numerator { get; } = numerator;

    public Polynomial Denominator { get; } = denominator;

    /// <summary>Its spelling, which is its only one where it is independent.</summary>
    public string Key => _key ??= IsPolynomial ? Numerator.Key : $"({Numerator.Key})/({Denominator.Key})";

    public bool IsPolynomial => ReferenceEquals(Denominator, Polynomial.One);

    /// <summary>Whether it is an exact rational number.</summary>
    public bool IsConstant => IsPolynomial && Numerator.IsConstant;

    /// <summary>The rational number that it is, if it is one.</summary>
    public Rational Constant => Numerator.Constant;

    public bool IsZero => Numerator.IsZero;

    /// <summary>Whether infinity occurs in it.</summary>
    public bool IsInfinite => Any(monomial => Array.Exists(monomial.Powers, power => power.Atom is Atom.Constant { Value: double.PositiveInfinity }));

    public bool HasVariables => Any(monomial => monomial.HasVariables);

    /// <summary>Whether two such expressions with different keys are different values.</summary>
    public bool IsIndependent => !Any(monomial => !monomial.IsIndependent);

    /// <summary>The variable that it is, or null.</summary>
    public Atom? AsSymbol => AsAtom is { } atom and (Atom.Symbol or Atom.Function { IsUnknown: true }) ? atom : null;

    /// <summary>The atom that it is, or null.</summary>
    public Atom? AsAtom => IsPolynomial && Numerator.Terms is [{ Coefficient.IsOne: true, Monomial.Powers: [{ Exponent.IsOne: true } power] }]
        ? power.Atom
        : null;

    public static Expression Of(Rational value) => new(Polynomial.Of(value), Polynomial.One);

    public static Expression Of(Polynomial value) => new(value, Polynomial.One);

    public static Expression Of(Atom atom) => Of(atom, Rational.One);

    public static Expression Of(Atom atom, Rational exponent) =>
        Of(Polynomial.Of(new Term(Rational.One, new Monomial([new Power(atom, exponent)]))));

    /// <summary>The atoms that occur in it, not within other atoms.</summary>
    public IEnumerable<Atom> Atoms() => Numerator.Terms.Concat(Denominator.Terms)
        .SelectMany(term => term.Monomial.Powers)
        .Select(power => power.Atom)
        .DistinctBy(atom => atom.Key);

    private bool Any(Func<Monomial, bool> test) =>
        Array.Exists(Numerator.Terms, term => test(term.Monomial)) || Array.Exists(Denominator.Terms, term => test(term.Monomial));
}
