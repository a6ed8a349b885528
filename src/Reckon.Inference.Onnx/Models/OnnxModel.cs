using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Heads;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Slots;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Onnx.Models;

/// <summary>A proposer in ONNX Runtime, whose KV cache has one buffer for past and present.</summary>
internal sealed class OnnxModel : ITopLogitsModel
{
    private readonly SlotSession _slots;
    private readonly IProposerHead _head;
    private readonly int[] _tokens; // Of the last step.

    public OnnxModel(
        InferenceSession session, ModelDescriptor descriptor, int slots, int blocks, ICacheMemory memory, int logits, HeadShape? head = null)
    {
        _slots = new SlotSession(session, descriptor, slots, blocks, memory);
        _head = head is null ? new PositionHead(logits, Math.Max(slots, descriptor.Card.ContextTokens)) : new RowHead(head, slots);
        _tokens = new int[slots];
        Limits = new ModelLimits(slots, descriptor.Card.ContextTokens, logits) { Blocks = blocks };
    }

    public ModelLimits Limits { get; }

    public int TopCount => _head.TopCount;

    /// <summary>Whether a row that is alone in a run has another put beside it, so that it has the bits that it has in a batch.</summary>
    public bool PairsLoneRows => _slots.PairsLoneRows;

    public int LengthOf(int slot) => _slots.LengthOf(slot);

    /// <summary>Has lone rows run alone where another beside them changes no bit. That depends on the machine's kernels.</summary>
    /// <param name="text">A text to try it with, of at least two tokens. The model's first slot is empty afterwards.</param>
    public void SettleLoneRows(ReadOnlySpan<int> text)
    {
        if (PairsLoneRows)
        {
            Prefill(slot: 0, text[..^1]);
            var paired = Decode(text[^1..]).ToArray();
            Rewind(slot: 0, text.Length - 1);
            _slots.PairsLoneRows = false;
            _slots.PairsLoneRows = !Decode(text[^1..]).SequenceEqual(paired);
            Rewind(slot: 0, 0);
        }
    }

    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens)
    {
        _slots.Shorten(slot, 0);
        return Extend(slot, tokens);
    }

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens)
    {
        _slots.Extend(slot, tokens, _head.Whole);
        return _head.LastOf(tokens.Length);
    }

    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens)
    {
        _slots.Step(tokens, _head.Whole);
        return _head.First(tokens.Length);
    }

    public TopLogits DecodeTop(ReadOnlySpan<int> tokens, ReadOnlySpan<double> temperatures)
    {
        var (top, inputs) = _head.Top;
        inputs.SetTemperatures(temperatures);
        _slots.Step(tokens, top);
        tokens.CopyTo(_tokens);
        return top.Of(tokens.Length);
    }

    public ReadOnlySpan<float> WholeRow(int slot)
    {
        _slots.Repeat(slot, _tokens[slot], _head.Whole);
        return _head.LastOf(tokens: 1);
    }

    public void Fork(int source, int target) => _slots.Copy(source, target);

    public void MoveRow(int source, int target)
    {
        if (source != target)
        {
            _slots.Copy(source, target);
            _slots.Shorten(source, 0);
        }
    }

    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => _slots.Store(slot, start, blocks);

    public void Restore(int slot, ReadOnlySpan<int> blocks) => _slots.Restore(slot, blocks);

    public void Rewind(int slot, int length) => _slots.Shorten(slot, length);

    public void Dispose()
    {
        _slots.Dispose();
        _head.Dispose();
    }
}
