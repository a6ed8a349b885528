using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// The KV cache of all slots: for each layer one buffer of keys and one of values, [slots, heads, context, head size]. A run gets views of
/// some neighbouring slots, the same for past and present, and writes into them in place.
/// </summary>
internal sealed class SlotCache : IDisposable
{
    private readonly CacheBuffer[] _buffers; // Keys and values of layer 0, of layer 1, and so on.
    private readonly ICacheMemory _memory;
    private readonly CacheShape _shape;
    private readonly int _context;
    private readonly int _slots;
    private readonly int _tokenLength; // Bytes of a head of a token.
    private readonly Dictionary<(int First, int Count), OrtValue[]> _views = [];

    public SlotCache(ICacheMemory memory, CacheShape shape, int slots, int context)
    {
        (_memory, _shape, _slots, _context, _tokenLength) = (memory, shape, slots, context, shape.HeadSize * shape.NumberBytes);
        _buffers = CacheBuffer.Allocate(memory, 2 * shape.Layers, slots * RowLength);
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
            _memory.Info, buffer.Address + (nint)(first * RowLength), _shape.IsHalf, count, _shape.Heads, _context, _shape.HeadSize))];
        _views.Add((first, count), view);
        return view;
    }

    /// <summary>All heads of a slot, a piece each, from position <paramref name="start"/> on.</summary>
    /// <param name="slot">Which slot.</param>
    /// <param name="start">The position of the first token.</param>
    /// <param name="buffer">Keys of layer 0, values of layer 0, keys of layer 1, and so on.</param>
    public Pieces Heads(int slot, int start, int buffer) =>
        new(_buffers[buffer], (slot * RowLength) + ((long)start * _tokenLength), HeadLength);

    /// <summary>Copies the first <paramref name="tokens"/> of a slot, and no more.</summary>
    public void Copy(int source, int target, int tokens)
    {
        if (source == target)
        {
            return;
        }

        for (var buffer = 0; buffer < _buffers.Length; buffer++)
        {
            _memory.Copy(Heads(source, 0, buffer), Heads(target, 0, buffer), tokens * _tokenLength, _shape.Heads);
        }
    }

    /// <summary>Copies tokens of a slot, from position <paramref name="start"/> on, into blocks.</summary>
    public void Store(int slot, int start, BlockStore store, ReadOnlySpan<int> blocks) =>
        ForEachRow(slot, start, store, blocks, (tokens, kept, count) => _memory.Copy(tokens, kept, _tokenLength, count));

    /// <summary>Copies blocks into a slot, from position <paramref name="start"/> on.</summary>
    public void Restore(int slot, int start, BlockStore store, ReadOnlySpan<int> blocks) =>
        ForEachRow(slot, start, store, blocks, (tokens, kept, count) => _memory.Copy(kept, tokens, _tokenLength, count));

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

    // Blocks that follow one another are copied at once, head by head.
    private void ForEachRow(int slot, int start, BlockStore store, ReadOnlySpan<int> blocks, Action<Pieces, Pieces, int> copy)
    {
        for (var (first, next) = (0, 0); first < blocks.Length; first = next)
        {
            for (next = first + 1; next < blocks.Length && blocks[next] == blocks[next - 1] + 1; next++)
            {
            }

            for (var buffer = 0; buffer < _buffers.Length; buffer++)
            {
                var heads = Heads(slot, start + first, buffer);
                for (var head = 0; head < _shape.Heads; head++)
                {
                    var tokens = new Pieces(heads.Buffer, heads.Start + (head * heads.Pitch), _tokenLength);
                    copy(tokens, store.Head(blocks[first], buffer, head), next - first);
                }
            }
        }
    }

    private string[] Names(string prefix) =>
        [.. Enumerable.Range(0, _shape.Layers).SelectMany(layer => new[] { $"{prefix}.{layer}.key", $"{prefix}.{layer}.value" })];
}
