using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// The past of some slots, row beside row, [rows, heads, width, head size], as a graph takes it that joins past and present by Concat. It
/// remembers what each row holds, so that a row that has got a token longer gets that token and no more. Behind the tokens of a row are zeros.
/// </summary>
internal sealed class StagedPast(SlotCache cache, CacheShape shape, int rows) : IDisposable
{
    private readonly int _tokenLength = shape.HeadSize * shape.NumberBytes;
    private readonly int[] _staged = new int[rows]; // Tokens of each row that are those of its slot.
    private readonly int[] _written = new int[rows]; // Behind them each row has zeros.
    private NativeBuffer<byte>[] _buffers = [];
    private int _width = -1; // None yet: an empty past has the width 0.

    /// <summary>Gives every row room for <paramref name="width"/> tokens. Where they had another, they hold nothing now.</summary>
    public void Widen(int width)
    {
        if (width == _width)
        {
            return;
        }

        _width = width;
        Array.Clear(_staged);
        var length = (long)rows * shape.Heads * width * _tokenLength;
        if (_buffers.Length > 0 && _buffers[0].Count >= length)
        {
            Array.Fill(_written, width);
            return;
        }

        Dispose();
        Array.Clear(_written); // What is new is all zeros. Twice as much as before: rows get longer token by token.
        _buffers = [.. Enumerable.Range(0, 2 * shape.Layers).Select(_ => new NativeBuffer<byte>(2 * Math.Max(length, _tokenLength)))];
    }

    /// <summary>Has <paramref name="row"/> hold the first tokens of a slot.</summary>
    public void Load(int row, int slot, int tokens)
    {
        var (from, written) = (Math.Min(_staged[row], tokens), _written[row]);
        if (from < tokens || tokens < written)
        {
            for (var buffer = 0; buffer < _buffers.Length; buffer++)
            {
                for (var head = 0; head < shape.Heads; head++)
                {
                    cache.Head(slot, from, tokens - from, buffer, head).CopyTo(Head(row, from, tokens - from, buffer, head));
                    Head(row, tokens, Math.Max(written - tokens, 0), buffer, head).Clear();
                }
            }
        }

        (_staged[row], _written[row]) = (tokens, tokens);
    }

    /// <summary>Forgets what <paramref name="row"/> holds from position <paramref name="start"/> on: its slot gets other tokens there.</summary>
    public void Forget(int row, int start) => _staged[row] = Math.Min(_staged[row], start);

    /// <summary>Neighbouring rows as tensors. Valid until the width changes.</summary>
    public OrtValue[] View(int first, int count) =>
        [.. _buffers.Select(buffer => TensorView.Of(
            buffer, shape.IsHalf, (long)first * shape.Heads * _width * _tokenLength, count, shape.Heads, _width, shape.HeadSize))];

    public void Dispose()
    {
        foreach (var buffer in _buffers)
        {
            buffer.Dispose();
        }
    }

    private Span<byte> Head(int row, int start, int tokens, int buffer, int head) => _buffers[buffer].Slice(
        ((((long)row * shape.Heads) + head) * _width * _tokenLength) + ((long)start * _tokenLength), tokens * _tokenLength);
}
