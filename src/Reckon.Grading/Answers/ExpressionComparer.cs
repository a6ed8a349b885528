using System.Numerics;
using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Answers;

/// <summary>Compares two expressions: by their forms, and by evaluation where forms do not decide.</summary>
internal sealed class ExpressionComparer(Algebra algebra, AnswerPolicy policy)
{
    private const int Points = 24; // Roots have no value at some of them.
    private const int EnoughPoints = 3;
    private const double Tolerance = 1e-10;
    private const double ZeroTolerance = 1e-12;

    public Equivalence Compare(Expression reference, Expression answer)
    {
        if (algebra.AreSame(reference, answer))
        {
            return Equivalence.Equal;
        }

        if (policy.RoundedFromDigits is { } digits && IsRounded(reference, answer, digits))
        {
            return Equivalence.Equal;
        }

        return reference.IsIndependent && answer.IsIndependent ? Equivalence.NotEqual : AtPoints(reference, answer);
    }

    /// <summary>Whether one is a number times the other.</summary>
    public Equivalence AreProportional(Expression reference, Expression answer) => Compare(reference, answer);

    /// <summary>Whether an equation says that a name has its value.</summary>
    public Equivalence IsAssignment(Expression difference, AnswerValue.Scalar named)
    {
        var variable = difference.Atoms().FirstOrDefault(atom => atom.Key == named.Name);
        return variable is null
            ? Equivalence.NotEqual
            : Compare(difference, Algebra.Primitive(algebra.Subtract(Expression.Of(variable), named.Value)));
    }

    private static Equivalence AtPoints(Expression reference, Expression answer)
    {
        var needed = reference.HasVariables || answer.HasVariables ? EnoughPoints : 1;
        for (var point = 0; point < Points && needed > 0; point++)
        {
            var (mine, its) = (NumericEvaluation.AtPoint(reference, point), NumericEvaluation.AtPoint(answer, point));
            if (!Complex.IsFinite(mine) || !Complex.IsFinite(its))
            {
                continue;
            }

            if (!AreClose(mine, its))
            {
                return Equivalence.NotEqual;
            }

            needed--;
        }

        return needed == 0 ? Equivalence.Equal : Equivalence.Undecided;
    }

    private static bool AreClose(Complex left, Complex right) => left == Complex.Zero || right == Complex.Zero
        ? Complex.Abs(left - right) <= ZeroTolerance
        : Complex.Abs(left - right) <= Tolerance * Math.Max(Complex.Abs(left), Complex.Abs(right));

    // Whether the answer is a decimal with enough digits that is the reference rounded to them.
    private static bool IsRounded(Expression reference, Expression answer, int leastDigits)
    {
        if (!answer.IsConstant || reference.HasVariables)
        {
            return false;
        }

        var (value, scale, digits) = (answer.Constant.Abs, Rational.One, 0);
        for (; !(value * scale).IsInteger && digits <= 30; digits++)
        {
            scale *= 10;
        }

        var significant = (value * scale).Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        return digits is > 0 and <= 30 && significant >= leastDigits
            && Math.Abs(NumericEvaluation.AtPoint(reference, 0).Real - answer.Constant.ToDouble()) * scale.ToDouble() <= 0.5 + 1e-6;
    }
}
