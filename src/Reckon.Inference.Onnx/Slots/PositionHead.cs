using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>A head as models are exported: a row of logits for every token.</summary>
internal sealed class PositionHead(int logits, int positions) : IProposerHead
{
    private readonly PositionResult _result = new(HeadShape.Logits, logits, positions);

    public RunResult Whole => _result;

    public int TopCount => 0;

    public (TopResult Result, HeadInputs Inputs) Top => throw new NotSupportedException("The head gives whole rows only.");

    public ReadOnlySpan<float> First(int rows) => _result.First(rows);

    public ReadOnlySpan<float> LastOf(int tokens) => _result.At(tokens - 1);

    public void Dispose() => _result.Dispose();
}
