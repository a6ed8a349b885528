using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>The rows of logits that a rewritten head gives.</summary>
internal sealed class RowOutputs(HeadShape shape, HeadInputs inputs, int slots) : RunOutputs(shape.InputNames, [HeadShape.Logits]), IDisposable
{
    private readonly NativeBuffer<float> _values = new((long)Math.Max(slots, HeadInputs.RowsOfChunk) * shape.Width);

    /// <summary>The first rows, one after the other.</summary>
    public ReadOnlySpan<float> First(int count) => _values.Slice(0, count * shape.Width);

    public override OrtValue[] Inputs(int rows, int chunk) => inputs.Make(rows, chunk);

    public override OrtValue[] Outputs(int rows, int chunk) => [TensorView.Of(_values, 0, HeadInputs.RowsOf(rows, chunk), shape.Width)];

    public void Dispose() => _values.Dispose();
}
