using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// The past of some slots, row beside row, [rows, heads, width, head size], as a graph takes it that joins past and present by Concat. It
/// remembers what each row holds, so that a row that has got a token longer gets that token and no more. Behind the tokens of a row are zeros.
/// </summary>
internal sealed class StagedPast(ICacheMemory memory, SlotCache cache, CacheShape shape, int rows) : IDisposable
{
    private readonly int _tokenLength = shape.HeadSize * shape.NumberBytes;
    private readonly int[] _staged = new int[rows]; // Tokens of each row that are those of its slot.
    private readonly int[] _written = new int[rows]; // Behind them each row has zeros.
    private readonly StageBuffers _buffers = new(memory, shape);
    private int _width = -1; // None yet: an empty past has the width 0.

    /// <summary>
    /// Gives the first <paramref name="needed"/> rows room for <paramref name="width"/> tokens each. Where that is not what they had, they hold
    /// nothing now.
    /// </summary>
    public void Widen(int width, int needed)
    {
        var isNew = _buffers.Grow(needed, width);
        if (isNew || width != _width)
        {
            Array.Clear(_staged);
            Array.Fill(_written, isNew ? 0 : width); // What is new is all zeros.
            _width = width;
        }
    }

    /// <summary>Has <paramref name="row"/> hold the first tokens of a slot.</summary>
    public void Load(int row, int slot, int tokens)
    {
        var (from, written) = (Math.Min(_staged[row], tokens), _written[row]);
        _written[row] = Math.Max(written, tokens); // Even if a copy fails on the way.
        for (var buffer = 0; buffer < _buffers.Count; buffer++)
        {
            if (from < tokens)
            {
                memory.Copy(cache.Heads(slot, from, buffer), Heads(row, from, buffer), (tokens - from) * _tokenLength, shape.Heads);
            }

            if (tokens < written)
            {
                memory.Clear(Heads(row, tokens, buffer), (written - tokens) * _tokenLength, shape.Heads);
            }
        }

        (_staged[row], _written[row]) = (tokens, tokens);
    }

    /// <summary>Forgets what <paramref name="row"/> holds from position <paramref name="start"/> on: its slot gets other tokens there.</summary>
    public void Forget(int row, int start) => _staged[row] = Math.Min(_staged[row], start);

    /// <summary>The first rows as tensors. Valid until they are widened.</summary>
    public OrtValue[] View(int count) => _buffers.View(count, _width);

    public void Dispose() => _buffers.Dispose();

    private Pieces Heads(int row, int start, int buffer) => _buffers.Heads(row, _width, start, buffer);
}
