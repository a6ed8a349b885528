using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>A rewritten head: the rows that are wanted, and perhaps their largest logits without them.</summary>
internal sealed class RowHead : IProposerHead
{
    private readonly HeadShape _shape;
    private readonly HeadInputs _inputs;
    private readonly RowResult _rows;
    private readonly TopResult? _top;

    public RowHead(HeadShape shape, int slots)
    {
        _shape = shape;
        _inputs = new HeadInputs(shape, slots);
        _rows = new RowResult(shape, _inputs, slots);
        _top = shape.TopCount > 0 ? new TopResult(shape, _inputs, slots) : null;
    }

    public RunResult Whole => _rows;

    public int TopCount => _shape.TopCount;

    public (TopResult Result, HeadInputs Inputs) Top => (_top ?? throw new NotSupportedException("The head gives whole rows only."), _inputs);

    public ReadOnlySpan<float> First(int rows) => _rows.First(rows);

    public ReadOnlySpan<float> LastOf(int tokens) => _rows.First(1); // Of several tokens the last is the only one asked for.

    public void Dispose()
    {
        _inputs.Dispose();
        _rows.Dispose();
        _top?.Dispose();
    }
}
