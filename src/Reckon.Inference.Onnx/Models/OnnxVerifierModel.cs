using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Heads;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Slots;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Onnx.Models;

/// <summary>A process verifier in ONNX Runtime, with a KV cache and perhaps a recurrent state.</summary>
internal sealed class OnnxVerifierModel(
    InferenceSession session, ModelDescriptor descriptor, ScoreShape scores, int slots, int blocks, ICacheMemory memory) : IVerifierModel
{
    private readonly SlotSession _slots = new(session, descriptor, slots, blocks, memory);
    private readonly PositionOutputs _scores = new(scores.Output, width: 1, Math.Max(slots, descriptor.Card.ContextTokens));

    public int Slots => _slots.Slots;

    public int Blocks => _slots.Blocks;

    public int ContextTokens => _slots.ContextTokens;

    public int LengthOf(int slot) => _slots.LengthOf(slot);

    public void Clear(int slot)
    {
        _slots.Shorten(slot, 0);
        _slots.StateOf(slot).Clear();
    }

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> chunk)
    {
        _slots.Extend(slot, chunk, _scores);
        return _scores.First(chunk.Length);
    }

    public SlotMark Mark(int slot) => new(_slots.LengthOf(slot), _slots.StateOf(slot).ToArray());

    public void Rewind(int slot, SlotMark mark)
    {
        _slots.Shorten(slot, mark.Length);
        mark.State.Span.CopyTo(_slots.StateOf(slot));
    }

    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => _slots.Store(slot, start, blocks);

    public void Restore(int slot, ReadOnlySpan<int> blocks, SlotMark after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(_slots.LengthOf(slot) + blocks.Length, after.Length, nameof(after));
        _slots.Restore(slot, blocks);
        after.State.Span.CopyTo(_slots.StateOf(slot));
    }

    public void Dispose()
    {
        _slots.Dispose();
        _scores.Dispose();
    }
}
