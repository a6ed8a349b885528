using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// The KV cache of all slots: for each layer one buffer of keys and one of values, [slots, heads, context, head size]. A run gets views of
/// some neighbouring slots, the same for past and present, and writes into them in place.
/// </summary>
internal sealed class SlotCache : IDisposable
{
    private readonly NativeBuffer<byte>[] _buffers; // Keys and values of layer 0, of layer 1, and so on.
    private readonly CacheShape _shape;
    private readonly int _context;
    private readonly int _slots;
    private readonly int _tokenLength; // Bytes of a head of a token.
    private readonly Dictionary<(int First, int Count), OrtValue[]> _views = [];

    public SlotCache(CacheShape shape, int slots, int context)
    {
        (_shape, _slots, _context, _tokenLength) = (shape, slots, context, shape.HeadSize * shape.NumberBytes);
        _buffers = new NativeBuffer<byte>[2 * shape.Layers];
        for (var i = 0; i < _buffers.Length; i++)
        {
            _buffers[i] = new NativeBuffer<byte>(slots * RowLength);
        }

        InputNames = Names("past_key_values");
        OutputNames = Names("present");
    }

    /// <summary>The model's inputs, in the order of <see cref="View"/>.</summary>
    public string[] InputNames { get; }

    /// <summary>The model's outputs, in the same order.</summary>
    public string[] OutputNames { get; }

    private long HeadLength => (long)_context * _tokenLength; // Bytes of a head of a slot.

    private long RowLength => _shape.Heads * HeadLength;

    /// <summary>Slots <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1. Made once.</summary>
    public OrtValue[] View(int first, int count)
    {
        if (_views.TryGetValue((first, count), out var view))
        {
            return view;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, _slots);
        view = [.. _buffers.Select(buffer => TensorView.Of(
            buffer, _shape.IsHalf, first * RowLength, count, _shape.Heads, _context, _shape.HeadSize))];
        _views.Add((first, count), view);
        return view;
    }

    /// <summary>A head of some neighbouring tokens of a slot.</summary>
    /// <param name="slot">Which slot.</param>
    /// <param name="start">The position of the first token.</param>
    /// <param name="tokens">How many.</param>
    /// <param name="buffer">Keys of layer 0, values of layer 0, keys of layer 1, and so on.</param>
    /// <param name="head">Which head.</param>
    public Span<byte> Head(int slot, int start, int tokens, int buffer, int head) =>
        _buffers[buffer].Slice((slot * RowLength) + (head * HeadLength) + ((long)start * _tokenLength), tokens * _tokenLength);

    /// <summary>Copies the first <paramref name="tokens"/> of a slot, and no more.</summary>
    public void Copy(int source, int target, int tokens)
    {
        for (var buffer = 0; buffer < _buffers.Length; buffer++)
        {
            for (var head = 0; head < _shape.Heads; head++)
            {
                Head(source, 0, tokens, buffer, head).CopyTo(Head(target, 0, tokens, buffer, head));
            }
        }
    }

    /// <summary>Copies tokens of a slot, from position <paramref name="start"/> on, into blocks.</summary>
    public void Store(int slot, int start, BlockStore store, ReadOnlySpan<int> blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            for (var buffer = 0; buffer < _buffers.Length; buffer++)
            {
                for (var head = 0; head < _shape.Heads; head++)
                {
                    Head(slot, start + i, 1, buffer, head).CopyTo(store.Head(blocks[i], buffer, head));
                }
            }
        }
    }

    /// <summary>Copies blocks into a slot, from position <paramref name="start"/> on.</summary>
    public void Restore(int slot, int start, BlockStore store, ReadOnlySpan<int> blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            for (var buffer = 0; buffer < _buffers.Length; buffer++)
            {
                for (var head = 0; head < _shape.Heads; head++)
                {
                    store.Head(blocks[i], buffer, head).CopyTo(Head(slot, start + i, 1, buffer, head));
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var value in _views.Values.SelectMany(view => view))
        {
            value.Dispose();
        }

        foreach (var buffer in _buffers)
        {
            buffer.Dispose();
        }
    }

    private string[] Names(string prefix) =>
        [.. Enumerable.Range(0, _shape.Layers).SelectMany(layer => new[] { $"{prefix}.{layer}.key", $"{prefix}.{layer}.value" })];
}
