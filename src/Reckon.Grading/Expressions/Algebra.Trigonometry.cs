namespace Reckon.Grading.Expressions;

internal sealed partial class Algebra
{
    public Expression Sine(Expression angle)
    {
        if (Turn(angle) is { } turn)
        {
            return CosineOfTurn(Rational.Half - turn);
        }

        return IsNegative(angle) ? Negate(Sine(Negate(angle))) : Expression.Of(new Atom.Function("sin", [angle]));
    }

    public Expression Cosine(Expression angle)
    {
        if (Turn(angle) is { } turn)
        {
            return CosineOfTurn(turn);
        }

        return IsNegative(angle) ? Cosine(Negate(angle)) : Expression.Of(new Atom.Function("cos", [angle]));
    }

    public Expression Tangent(Expression angle) => Divide(Sine(angle), Cosine(angle));

    // The rational number whose product with π the angle is; null where there is none.
    private static Rational? Turn(Expression angle) => angle switch
    {
        { IsZero: true } => Rational.Zero,
        { IsPolynomial: true, Numerator.Terms: [{ Monomial.Powers: [{ Exponent.IsOne: true } power] } term] } when power.Atom == _pi => term.Coefficient,
        _ => null,
    };

    private static bool IsNegative(Expression value) => value.Numerator.Terms is [{ Coefficient.Sign: < 0 }, ..];

    private Expression CosineOfTurn(Rational turn)
    {
        turn = turn.Abs;
        turn -= (turn / 2).Floor * 2;
        turn = turn > Rational.One ? 2 - turn : turn;
        if (turn > Rational.Half)
        {
            return Negate(CosineOfTurn(Rational.One - turn));
        }

        return ExactCosine(turn) ?? Expression.Of(new Atom.Function("cos", [Multiply(Pi, Expression.Of(turn))]));
    }

    // The cosines of the parts of a right angle that square roots express.
    private Expression? ExactCosine(Rational turn) => (turn * 120).ToString() switch
    {
        "0" => Expression.One,
        "10" => Divide(Add(Root(6), Root(2)), Whole(4)),
        "12" => Divide(SquareRoot(Add(Whole(10), Multiply(Whole(2), Root(5)))), Whole(4)),
        "15" => Divide(SquareRoot(Add(Whole(2), Root(2))), Whole(2)),
        "20" => Divide(Root(3), Whole(2)),
        "24" => Divide(Add(Whole(1), Root(5)), Whole(4)),
        "30" => Divide(Root(2), Whole(2)),
        "36" => Divide(SquareRoot(Subtract(Whole(10), Multiply(Whole(2), Root(5)))), Whole(4)),
        "40" => Expression.Of(Rational.Half),
        "45" => Divide(SquareRoot(Subtract(Whole(2), Root(2))), Whole(2)),
        "48" => Divide(Subtract(Root(5), Whole(1)), Whole(4)),
        "50" => Divide(Subtract(Root(6), Root(2)), Whole(4)),
        "60" => Expression.Zero,
        _ => null,
    };

    private static Expression Whole(int value) => Expression.Of(value);

    private Expression Root(int value) => SquareRoot(Whole(value));
}
