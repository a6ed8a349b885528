using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    private bool StartsModulus() => Current.IsCommand("mod") || (Current.IsSign("(") && Next.IsCommand("mod"));

    // The modulus of \pmod{9}, (mod 9), \bmod 9; null where there is none.
    private Expression? ReadModulus()
    {
        if (_failed || !StartsModulus())
        {
            return null;
        }

        var isBracketed = Accept("(");
        _position++;
        var value = ValueArithmetic.Number(ReadSigned());
        _failed |= value is null || (isBracketed && !Accept(")"));
        return value;
    }

    // What leaves a remainder: a number, a name with a remainder, or sides whose difference is a multiple of the modulus.
    private AnswerValue Congruence(List<AnswerValue> sides, List<string> relations, Expression modulus)
    {
        if (modulus.IsZero || relations.Exists(relation => relation != "="))
        {
            return Fail();
        }

        var isDifference = sides.Count == 2 && NameOf(sides[0]) is null && !sides[0].IsConstantNumber;
        var value = isDifference ? _arithmetic.Add(sides[0], sides[1], negative: true) : sides[^1];
        if (value is null || ValueArithmetic.Number(value) is not { } number)
        {
            return Fail();
        }

        var name = sides.Count > 1 ? NameOf(sides[0]) : null;
        return new AnswerValue.Congruence(Remainder(number, modulus), modulus, isDifference) { Name = name };
    }

    private static Expression Remainder(Expression value, Expression modulus) =>
        value.IsConstant && modulus.IsConstant ? Expression.Of(Algebra.Remainder(value.Constant, modulus.Constant)) : value;
}
