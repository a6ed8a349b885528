using Reckon.Inference.Folders;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>Keys and values of single tokens outside the slots: of one token all layers and heads, one after the other.</summary>
internal sealed class CellStore(CacheShape shape, int cells) : IDisposable
{
    private readonly NativeBlock<float> _values = new((long)cells * Length(shape));

    public int Count => cells;

    /// <summary>One head of one token.</summary>
    /// <param name="cell">Which token.</param>
    /// <param name="block">Keys of layer 0, values of layer 0, keys of layer 1, and so on.</param>
    /// <param name="head">Which head.</param>
    public Span<float> Head(int cell, int block, int head) =>
        _values.Slice(((long)cell * Length(shape)) + (((block * shape.Heads) + head) * shape.HeadSize), shape.HeadSize);

    public void Dispose() => _values.Dispose();

    private static int Length(CacheShape shape) => 2 * shape.Layers * shape.Heads * shape.HeadSize;
}
