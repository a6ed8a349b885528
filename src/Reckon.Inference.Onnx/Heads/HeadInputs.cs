using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>The inputs of a rewritten head: the requested rows, and their temperatures.</summary>
/// <remarks>
/// Of a run of several tokens the last row is requested, twice: a product with one row may take another path through the kernels
/// than one with many, and differ in its last bits from the row that an unchanged head would give.
/// </remarks>
internal sealed class HeadInputs : IDisposable
{
    public const int RowsOfChunk = 2;

    private readonly NativeBuffer<long> _steps; // 0, 1, 2, and so on: a step requests all rows.
    private readonly NativeBuffer<long> _chunk = new(RowsOfChunk);
    private readonly NativeBuffer<float> _temperatures;
    private readonly bool _hasTemperatures;

    public HeadInputs(HeadShape shape, int slots)
    {
        var rows = Math.Max(slots, RowsOfChunk);
        _steps = new NativeBuffer<long>(rows);
        _temperatures = new NativeBuffer<float>(rows);
        _hasTemperatures = shape.InputNames.Contains(HeadShape.InverseTemperatures);
        for (var row = 0; row < rows; row++)
        {
            _steps.Slice(row, 1)[0] = row;
            _temperatures.Slice(row, 1)[0] = 1;
        }
    }

    /// <summary>Rows that a run gives back.</summary>
    public static int RowsOf(int rows, int chunk) => chunk > 1 ? RowsOfChunk : rows;

    public OrtValue[] Make(int rows, int chunk)
    {
        if (chunk > 1)
        {
            _chunk.Slice(0, RowsOfChunk).Fill(chunk - 1);
        }

        var wanted = RowsOf(rows, chunk);
        var which = TensorView.Of(chunk > 1 ? _chunk : _steps, wanted);
        return _hasTemperatures ? [which, TensorView.Of(_temperatures, 0, wanted, 1)] : [which];
    }

    public void SetTemperatures(ReadOnlySpan<double> temperatures)
    {
        var inverse = _temperatures.Slice(0, temperatures.Length);
        for (var row = 0; row < temperatures.Length; row++)
        {
            inverse[row] = (float)(1 / temperatures[row]);
        }
    }

    public void Dispose()
    {
        _steps.Dispose();
        _chunk.Dispose();
        _temperatures.Dispose();
    }
}
