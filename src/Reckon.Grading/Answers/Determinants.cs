using System.Numerics;
using Reckon.Grading.Expressions;

namespace Reckon.Grading.Answers;

/// <summary>Works out determinants.</summary>
internal static class Determinants
{
    // The work doubles with every row.
    private const int MostRows = 6;

    /// <summary>The determinant; null where the matrix is not square, or too large.</summary>
    public static Expression? Of(AnswerValue.Matrix matrix, Algebra algebra)
    {
        var size = matrix.Rows;
        if (size != matrix.Columns || size > MostRows)
        {
            return null;
        }

        // For each set of columns the minor of those and of as many first rows, expanded along its last row.
        var minors = new Expression[1 << size];
        minors[0] = Expression.One;
        for (var columns = 1; columns < minors.Length; columns++)
        {
            minors[columns] = Minor(matrix, minors, columns, algebra);
        }

        return minors[^1];
    }

    private static Expression Minor(AnswerValue.Matrix matrix, Expression[] minors, int columns, Algebra algebra)
    {
        var row = BitOperations.PopCount((uint)columns) - 1;
        var sum = Expression.Zero;
        for (var (column, place) = (0, 0); column < matrix.Columns; column++)
        {
            if ((columns & (1 << column)) == 0)
            {
                continue;
            }

            var product = algebra.Multiply(matrix.Cells[(row * matrix.Columns) + column], minors[columns & ~(1 << column)]);
            sum = (row + place) % 2 == 0 ? algebra.Add(sum, product) : algebra.Subtract(sum, product);
            place++;
        }

        return sum;
    }
}
