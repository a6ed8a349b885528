using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Tensors;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>The largest logits of every row of a step, without the rows.</summary>
internal sealed class TopOutputs(HeadShape shape, HeadInputs inputs, int slots)
    : RunOutputs(shape.InputNames, [HeadShape.TopValues, HeadShape.TopIds, HeadShape.LogSums]), IDisposable
{
    private readonly NativeBuffer<float> _values = new((long)Math.Max(slots, 2) * shape.TopCount);
    private readonly NativeBuffer<long> _ids = new((long)Math.Max(slots, 2) * shape.TopCount);
    private readonly NativeBuffer<float> _logSums = new(Math.Max(slots, 2));

    public TopLogits Of(int rows) => new(
        shape.TopCount,
        _values.Slice(0, rows * shape.TopCount),
        _ids.Slice(0, rows * shape.TopCount),
        _logSums.Slice(0, rows),
        shape.SumTolerance);

    public override OrtValue[] Inputs(int rows, int chunk) => inputs.Make(rows, chunk);

    public override OrtValue[] Outputs(int rows, int chunk) =>
        [TensorView.Of(_values, 0, rows, shape.TopCount), TensorView.Of(_ids, rows, shape.TopCount), TensorView.Of(_logSums, 0, rows)];

    public void Dispose()
    {
        _values.Dispose();
        _ids.Dispose();
        _logSums.Dispose();
    }
}
