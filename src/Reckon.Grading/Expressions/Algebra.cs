namespace Reckon.Grading.Expressions;

/// <summary>
/// Exact arithmetic on expressions. Every operation pays for its steps. After they are spent, operations return at once with
/// meaningless values, so the caller checks <see cref="Effort.HasFailed"/> once, at the end.
/// </summary>
internal sealed partial class Algebra(Effort effort)
{
    private const int MostConjugates = 8;

    public Effort Effort { get; } = effort;

    public Expression Add(Expression left, Expression right)
    {
        if (left.IsConstant && right.IsConstant)
        {
            return Constant(left.Constant + right.Constant);
        }

        if (left.IsInfinite && right.IsInfinite)
        {
            return Undefined();
        }

        if (left.IsPolynomial && right.IsPolynomial)
        {
            return Expression.Of(Add(left.Numerator, right.Numerator));
        }

        return left.Denominator.Key == right.Denominator.Key
            ? Quotient(Add(left.Numerator, right.Numerator), left.Denominator)
            : Quotient(
                Add(Multiply(left.Numerator, right.Denominator), Multiply(right.Numerator, left.Denominator)),
                Multiply(left.Denominator, right.Denominator));
    }

    public static Expression Negate(Expression value) => new(value.Numerator.Scaled(Rational.MinusOne), value.Denominator);

    public Expression Subtract(Expression left, Expression right) => Add(left, Negate(right));

    public Expression Multiply(Expression left, Expression right)
    {
        if (left.IsConstant && right.IsConstant)
        {
            return Constant(left.Constant * right.Constant);
        }

        var numerator = Multiply(left.Numerator, right.Numerator);
        return left.IsPolynomial && right.IsPolynomial
            ? Expression.Of(numerator)
            : Quotient(numerator, Multiply(left.Denominator, right.Denominator));
    }

    public Expression Divide(Expression left, Expression right)
    {
        if (right.IsZero)
        {
            Effort.Undefine();
            return Expression.Zero;
        }

        return left.IsConstant && right.IsConstant
            ? Constant(left.Constant / right.Constant)
            : Quotient(Multiply(left.Numerator, right.Denominator), Multiply(left.Denominator, right.Numerator));
    }

    /// <summary>Whether two expressions are the same by their forms: a difference is not proof but for independent ones.</summary>
    public bool AreSame(Expression left, Expression right) =>
        left.Key == right.Key
        || ((!left.IsPolynomial || !right.IsPolynomial)
            && Multiply(left.Numerator, right.Denominator).Key == Multiply(right.Numerator, left.Denominator).Key
            && !Effort.HasFailed);

    /// <summary>The quotient in normal form.</summary>
    public Expression Quotient(Polynomial numerator, Polynomial denominator)
    {
        for (var round = 0; round < MostConjugates && denominator.Terms.Length > 1 && Conjugate(denominator) is { } conjugate; round++)
        {
            (numerator, denominator) = (Multiply(numerator, conjugate), Multiply(denominator, conjugate));
        }

        if (denominator.IsZero || Effort.HasFailed)
        {
            Effort.Undefine();
            return Expression.Zero;
        }

        return denominator.Terms is [var single] ? DivideByTerm(numerator, single) : Lowest(numerator, denominator);
    }

    private Expression Constant(Rational value)
    {
        var bits = value.Bits;
        return bits <= SizeLimits.Bits && Effort.Spend(1 + (bits / 256)) ? Expression.Of(value) : Spent();
    }

    private Expression Spent()
    {
        Effort.Spend(int.MaxValue);
        return Expression.Zero;
    }

    private Expression DivideByTerm(Polynomial numerator, Term term)
    {
        // 1/s^(1/3) is s^(2/3)/s.
        var powers = new List<Power>(term.Monomial.Powers.Length);
        var denominator = Polynomial.One;
        foreach (var (atom, exponent) in term.Monomial.Powers)
        {
            var isRoot = atom is Atom.Sum && exponent.Sign > 0;
            powers.Add(new Power(atom, isRoot ? Rational.One - exponent : -exponent));
            denominator = isRoot ? Multiply(denominator, ((Atom.Sum)atom).Base.Numerator) : denominator;
        }

        var inverse = Reduced(new Term(Rational.One / term.Coefficient, new Monomial([.. powers])));
        var result = Multiply(numerator, inverse);
        return denominator.IsConstant && denominator.Constant.IsOne ? Expression.Of(result) : Quotient(result, denominator);
    }

    private Expression Lowest(Polynomial numerator, Polynomial denominator)
    {
        if (numerator.IsZero)
        {
            return Expression.Zero;
        }

        var content = Content(denominator).Inverse();
        var scale = Rational.One / denominator.Terms[0].Coefficient;
        var factor = Reduced(new Term(scale, content));
        (numerator, denominator) = (Multiply(numerator, factor), Multiply(denominator, factor));
        if (Effort.HasFailed)
        {
            return Expression.Zero;
        }

        return Cancelled(numerator, denominator) is var (top, bottom) ? Quotient(top, bottom) : new Expression(numerator, denominator);
    }

    // The factor that removes a square root or the imaginary unit from a denominator; null when it has neither.
    private static Polynomial? Conjugate(Polynomial denominator)
    {
        if (SquareRootIn(denominator) is not { } atom || Array.Exists(denominator.Terms, term => !IsSquareRootOrAbsent(atom, term.Monomial.ExponentOf(atom))))
        {
            return null;
        }

        return Polynomial.Sum(Array.ConvertAll(
            denominator.Terms, term => term.Monomial.ExponentOf(atom).IsZero ? term : term with { Coefficient = -term.Coefficient }));
    }

    private static Atom? SquareRootIn(Polynomial value)
    {
        foreach (var term in value.Terms)
        {
            foreach (var (atom, exponent) in term.Monomial.Powers)
            {
                if (atom is Atom.Imaginary || (atom is Atom.Prime or Atom.Sum && exponent == Rational.Half))
                {
                    return atom;
                }
            }
        }

        return null;
    }

    private static bool IsSquareRootOrAbsent(Atom atom, Rational exponent) =>
        exponent.IsZero || exponent == Rational.Half || (atom is Atom.Imaginary && exponent.IsOne);
}
