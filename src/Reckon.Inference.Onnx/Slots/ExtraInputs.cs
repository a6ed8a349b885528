using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>What some graphs take besides ids, mask and cache: the positions of tokens, and how many logits to keep.</summary>
internal sealed class ExtraInputs(RunShape shape, int tokens) : IDisposable
{
    private readonly NativeBuffer<long> _positions = new(tokens);
    private readonly NativeBuffer<long> _kept = new(1); // Zero: all of them.

    public string[] Names { get; } = [.. shape.HasPositions ? (string[])["position_ids"] : [], .. shape.CountsLogits ? (string[])["num_logits_to_keep"] : []];

    public OrtValue[] Make(int rows, int chunk) =>
        [.. shape.HasPositions ? [TensorView.Of(_positions, rows, chunk)] : (OrtValue[])[], .. shape.CountsLogits ? [TensorView.Of(_kept)] : (OrtValue[])[]];

    /// <summary>Sets the positions of the tokens that follow rows of these lengths.</summary>
    public void Fill(ReadOnlySpan<int> lengths, int chunk)
    {
        var positions = _positions.Slice(0, lengths.Length * chunk);
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = lengths[i / chunk] + (i % chunk);
        }
    }

    public void Dispose()
    {
        _positions.Dispose();
        _kept.Dispose();
    }
}
