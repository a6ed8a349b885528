using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>The KV cache of single tokens outside the slots: for each token all layers and heads, one after the other.</summary>
internal sealed class BlockStore(CacheShape shape, int blocks) : IDisposable
{
    private readonly NativeBuffer<byte> _values = new(blocks * shape.TokenBytes);

    public int Count => blocks;

    /// <summary>One head of one token.</summary>
    /// <param name="block">Which token.</param>
    /// <param name="buffer">Keys of layer 0, values of layer 0, keys of layer 1, and so on.</param>
    /// <param name="head">Which head.</param>
    public Span<byte> Head(int block, int buffer, int head)
    {
        var length = shape.HeadSize * shape.NumberBytes;
        return _values.Slice((block * shape.TokenBytes) + (((buffer * shape.Heads) + head) * (long)length), length);
    }

    public void Dispose() => _values.Dispose();
}
