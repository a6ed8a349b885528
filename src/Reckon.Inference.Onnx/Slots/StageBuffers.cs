using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>A buffer of keys and one of values for each layer, in which rows of any width lie, [rows, heads, width, head size].</summary>
internal sealed class StageBuffers(ICacheMemory memory, CacheShape shape) : IDisposable
{
    private readonly int _tokenLength = shape.HeadSize * shape.NumberBytes;
    private CacheBuffer[] _buffers = [];

    /// <summary>How many there are; none before they have grown.</summary>
    public int Count => _buffers.Length;

    /// <summary>Makes room for rows of a width. True where the buffers are new, and hold zeros.</summary>
    public bool Grow(int rows, int width)
    {
        var length = (long)rows * shape.Heads * width * _tokenLength;
        if (_buffers.Length > 0 && _buffers[0].Length >= length)
        {
            return false;
        }

        Dispose();
        // A quarter more: rows get longer token by token, and their number changes.
        _buffers = CacheBuffer.Allocate(memory, 2 * shape.Layers, Math.Max(length + (length / 4), _tokenLength));
        return true;
    }

    /// <summary>All heads of a row, a piece each, from position <paramref name="start"/> on, where rows have <paramref name="width"/> tokens.</summary>
    public Pieces Heads(int row, int width, int start, int buffer)
    {
        var pitch = (long)width * _tokenLength;
        return new Pieces(_buffers[buffer], (row * shape.Heads * pitch) + ((long)start * _tokenLength), pitch);
    }

    /// <summary>The first rows as tensors. Valid until the buffers grow.</summary>
    public OrtValue[] View(int rows, int width) =>
        [.. _buffers.Select(buffer => TensorView.Of(memory.Info, buffer.Address, shape.IsHalf, rows, shape.Heads, width, shape.HeadSize))];

    public void Dispose()
    {
        foreach (var buffer in _buffers)
        {
            buffer.Dispose();
        }

        _buffers = [];
    }
}
