using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>Keys and values of single tokens outside the slots: of one token all layers and heads, one after the other.</summary>
internal sealed class BlockStore(CacheShape shape, int blocks) : IDisposable
{
    private readonly NativeBuffer<float> _values = new((long)blocks * Length(shape));

    public int Count => blocks;

    /// <summary>One head of one token.</summary>
    /// <param name="block">Which token.</param>
    /// <param name="buffer">Keys of layer 0, values of layer 0, keys of layer 1, and so on.</param>
    /// <param name="head">Which head.</param>
    public Span<float> Head(int block, int buffer, int head) =>
        _values.Slice(((long)block * Length(shape)) + (((buffer * shape.Heads) + head) * shape.HeadSize), shape.HeadSize);

    public void Dispose() => _values.Dispose();

    private static int Length(CacheShape shape) => 2 * shape.Layers * shape.Heads * shape.HeadSize;
}
