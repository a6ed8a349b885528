namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Numbers in rows.</summary>
internal sealed record Matrix(int Rows, int Columns, float[] Values)
{
    public float this[int row, int column] => Values[(row * Columns) + column];

    /// <summary>The row vector <paramref name="left"/> times this.</summary>
    public double[] Times(double[] left)
    {
        var product = new double[Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                product[column] += left[row] * this[row, column];
            }
        }

        return product;
    }

    /// <summary>Matrices of as many rows side by side.</summary>
    public static Matrix Beside(params Matrix[] parts)
    {
        var columns = parts.Sum(part => part.Columns);
        var values = Enumerable.Range(0, parts[0].Rows)
            .SelectMany(row => parts.SelectMany(part => part.Values.Skip(row * part.Columns).Take(part.Columns)));
        return new Matrix(parts[0].Rows, columns, [.. values]);
    }
}
