using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>A head as models are exported: a row of logits for every token.</summary>
internal sealed class PositionHead(int logits, int positions) : IProposerHead
{
    private readonly PositionOutputs _outputs = new(HeadShape.Logits, logits, positions);

    public RunOutputs Whole => _outputs;

    public int TopCount => 0;

    public (TopOutputs Outputs, HeadInputs Inputs) Top => throw new NotSupportedException("The head gives whole rows only.");

    public ReadOnlySpan<float> First(int rows) => _outputs.First(rows);

    public ReadOnlySpan<float> LastOf(int tokens) => _outputs.At(tokens - 1);

    public void Dispose() => _outputs.Dispose();
}
