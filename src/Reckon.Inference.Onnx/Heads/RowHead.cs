using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>A rewritten head: the requested rows, and perhaps their largest logits without the rows.</summary>
internal sealed class RowHead : IProposerHead
{
    private readonly HeadShape _shape;
    private readonly HeadInputs _inputs;
    private readonly RowOutputs _rows;
    private readonly TopOutputs? _top;

    public RowHead(HeadShape shape, int slots)
    {
        _shape = shape;
        _inputs = new HeadInputs(shape, slots);
        _rows = new RowOutputs(shape, _inputs, slots);
        _top = shape.TopCount > 0 ? new TopOutputs(shape, _inputs, slots) : null;
    }

    public RunOutputs Whole => _rows;

    public int TopCount => _shape.TopCount;

    public (TopOutputs Outputs, HeadInputs Inputs) Top =>
        (_top ?? throw new NotSupportedException("The head gives whole rows only."), _inputs);

    public ReadOnlySpan<float> First(int rows) => _rows.First(rows);

    public ReadOnlySpan<float> LastOf(int tokens) => _rows.First(1); // Of several tokens the last is the only one asked for.

    public void Dispose()
    {
        _inputs.Dispose();
        _rows.Dispose();
        _top?.Dispose();
    }
}
