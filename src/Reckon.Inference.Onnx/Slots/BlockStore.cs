using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>The KV cache of single tokens outside the slots: for each token all layers and heads, one after the other.</summary>
internal sealed class BlockStore(ICacheMemory memory, CacheShape shape, int blocks) : IDisposable
{
    private readonly CacheBuffer _values = memory.Allocate(blocks * shape.TokenBytes);

    public int Count => blocks;

    /// <summary>One head of neighbouring blocks.</summary>
    /// <param name="block">The first of them.</param>
    /// <param name="buffer">Keys of layer 0, values of layer 0, keys of layer 1, and so on.</param>
    /// <param name="head">Which head.</param>
    public Pieces Head(int block, int buffer, int head)
    {
        var length = shape.HeadSize * shape.NumberBytes;
        return new Pieces(_values, (block * shape.TokenBytes) + (((buffer * shape.Heads) + head) * (long)length), shape.TokenBytes);
    }

    public void Dispose() => _values.Dispose();
}
