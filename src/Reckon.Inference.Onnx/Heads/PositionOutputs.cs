using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>An output with numbers for every position of a run.</summary>
/// <param name="name">Of the output.</param>
/// <param name="width">Numbers per position; 1 for an output without such a dimension.</param>
/// <param name="positions">At most, of a run.</param>
internal sealed class PositionOutputs(string name, int width, int positions) : RunOutputs([], [name]), IDisposable
{
    private readonly NativeBuffer<float> _values = new((long)positions * width);

    /// <summary>The numbers of the first positions, row by row.</summary>
    public ReadOnlySpan<float> First(int count) => _values.Slice(0, count * width);

    /// <summary>The numbers of one position.</summary>
    public ReadOnlySpan<float> At(int position) => _values.Slice((long)position * width, width);

    public override OrtValue[] Inputs(int rows, int chunk) => [];

    public override OrtValue[] Outputs(int rows, int chunk) =>
        [width == 1 ? TensorView.Of(_values, 0, rows, chunk) : TensorView.Of(_values, 0, rows, chunk, width)];

    public void Dispose() => _values.Dispose();
}
