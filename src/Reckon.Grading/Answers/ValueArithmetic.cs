using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>Arithmetic on answers: on numbers, and cell by cell on matrices. Null where an operation makes no sense.</summary>
internal sealed class ValueArithmetic(Algebra algebra)
{
    public AnswerValue? Add(AnswerValue left, AnswerValue right, bool negative)
    {
        if (left is AnswerValue.Matrix mine && right is AnswerValue.Matrix its)
        {
            return mine.Rows == its.Rows && mine.Columns == its.Columns
                ? mine with { Cells = [.. mine.Cells.Zip(its.Cells, (one, other) => Add(one, other, negative))] }
                : null;
        }

        return Number(left) is { } first && Number(right) is { } second
            && (left.Unit is null || right.Unit is null || left.Unit == right.Unit)
            ? new AnswerValue.Scalar(Add(first, second, negative)) { Unit = left.Unit ?? right.Unit }
            : null;
    }

    public AnswerValue? Multiply(AnswerValue left, AnswerValue right)
    {
        if (Number(left) is { } first && Number(right) is { } second)
        {
            return WithUnit(algebra.Multiply(first, second), left.Unit, right.Unit, 1);
        }

        return (left, right) switch
        {
            (AnswerValue.Matrix mine, AnswerValue.Matrix its) => Product(mine, its),
            (AnswerValue.Matrix matrix, _) when Number(right) is { } factor => Scaled(matrix, factor),
            (_, AnswerValue.Matrix matrix) when Number(left) is { } factor => Scaled(matrix, factor),
            _ => null,
        };
    }

    public AnswerValue? Divide(AnswerValue left, AnswerValue right)
    {
        if (Number(right) is not { } divisor)
        {
            return null;
        }

        return left is AnswerValue.Matrix matrix
            ? Scaled(matrix, algebra.Divide(Expression.One, divisor))
            : Number(left) is { } dividend ? WithUnit(algebra.Divide(dividend, divisor), left.Unit, right.Unit, -1) : null;
    }

    // A product or a quotient with its unit; null where units cannot be multiplied, as with two percentages.
    private static AnswerValue.Scalar? WithUnit(Expression value, string? left, string? right, int sign)
    {
        if (left is null || right is null)
        {
            return new AnswerValue.Scalar(value) { Unit = left ?? right };
        }

        var unit = Units.OfProduct(left, right, sign);
        return unit is not null || (left == right && sign < 0) ? new AnswerValue.Scalar(value) { Unit = unit } : null;
    }

    public AnswerValue? Negate(AnswerValue value) => value is AnswerValue.Matrix matrix
        ? Scaled(matrix, Expression.Of(Rational.MinusOne))
        : value is AnswerValue.BaseNumber number
            ? number with { Digits = $"-{number.Digits}", Value = -number.Value }
            : Number(value) is { } negated ? new AnswerValue.Scalar(Algebra.Negate(negated)) { Unit = value.Unit } : null;

    /// <summary>The value as a number or an expression, or null; null also where it is said to be that of a name.</summary>
    public static Expression? Number(AnswerValue value) => value switch
    {
        { Name: not null } => null,
        AnswerValue.Scalar scalar => scalar.Value,
        AnswerValue.BaseNumber number => Expression.Of(number.Value),
        AnswerValue.Congruence { Residue.IsConstant: true, Modulus.IsConstant: true } congruence => congruence.Residue,
        _ => null,
    };

    private Expression Add(Expression left, Expression right, bool negative) =>
        negative ? algebra.Subtract(left, right) : algebra.Add(left, right);

    private AnswerValue.Matrix Scaled(AnswerValue.Matrix matrix, Expression factor) =>
        matrix with { Cells = Array.ConvertAll(matrix.Cells, cell => algebra.Multiply(cell, factor)) };

    private AnswerValue.Matrix? Product(AnswerValue.Matrix left, AnswerValue.Matrix right)
    {
        if (left.Columns != right.Rows || left.Rows * right.Columns > SizeLimits.Items)
        {
            return null;
        }

        var cells = new Expression[left.Rows * right.Columns];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, right.Columns);
            cells[cell] = Expression.Zero;
            for (var inner = 0; inner < left.Columns; inner++)
            {
                cells[cell] = algebra.Add(
                    cells[cell],
                    algebra.Multiply(left.Cells[(row * left.Columns) + inner], right.Cells[(inner * right.Columns) + column]));
            }
        }

        return new AnswerValue.Matrix(left.Rows, right.Columns, cells);
    }
}
