namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Weights of four bits as MatMulNBits takes them: blocks along the columns of a matrix, each with a scale, around 8.</summary>
internal static class FourBits
{
    public const int Block = 32;

    /// <summary>Codes [columns, blocks, block / 2], the lower half of a byte first, and a scale a block.</summary>
    public static (byte[] Codes, float[] Scales) Pack(Matrix values)
    {
        var (codes, scales) = (new List<byte>(), new List<float>());
        for (var column = 0; column < values.Columns; column++)
        {
            for (var start = 0; start < values.Rows; start += Block)
            {
                float[] block = [.. Enumerable.Range(start, Block).Select(row => values[row, column])];
                var scale = block.MaxBy(MathF.Abs) / -8;
                int[] rounded = [.. block.Select(value => Math.Clamp((int)MathF.Round(value / (scale == 0 ? 1 : scale)) + 8, 0, 15))];
                scales.Add(scale);
                codes.AddRange(rounded.Chunk(2).Select(pair => (byte)(pair[0] | (pair[1] << 4))));
            }
        }

        return ([.. codes], [.. scales]);
    }

    /// <summary>What is left of a matrix after packing.</summary>
    public static Matrix Rounded(Matrix values)
    {
        var (codes, scales) = Pack(values);
        var (rounded, blocks) = (new float[values.Values.Length], values.Rows / Block);
        for (var column = 0; column < values.Columns; column++)
        {
            for (var row = 0; row < values.Rows; row++)
            {
                var at = (column * values.Rows) + row;
                var code = (codes[at / 2] >> (at % 2 * 4)) & 15;
                rounded[(row * values.Columns) + column] = (code - 8) * scales[(column * blocks) + (row / Block)];
            }
        }

        return new Matrix(values.Rows, values.Columns, rounded);
    }
}
