using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx;

/// <summary>A proposer in ONNX Runtime, with keys and values in one buffer for past and present.</summary>
internal sealed class OnnxModel : IModel
{
    public const string LogitsName = "logits";

    private readonly SlotSession _slots;

    public OnnxModel(InferenceSession session, ModelDescriptor descriptor, int slots, int cells, int logits)
    {
        _slots = new SlotSession(session, descriptor, slots, cells, LogitsName, logits);
        Limits = new ModelLimits(slots, descriptor.Card.ContextTokens, logits) { Cells = cells };
    }

    public ModelLimits Limits { get; }

    public int LengthOf(int slot) => _slots.LengthOf(slot);

    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens)
    {
        _slots.Shorten(slot, 0);
        return Extend(slot, tokens);
    }

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens) => _slots.Extend(slot, tokens)[^Limits.Logits..];

    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens) => _slots.Step(tokens);

    public void Fork(int source, int target) => _slots.Copy(source, target);

    public void MoveRow(int source, int target)
    {
        if (source != target)
        {
            _slots.Copy(source, target);
            _slots.Shorten(source, 0);
        }
    }

    public void Keep(int slot, int start, ReadOnlySpan<int> cells) => _slots.Keep(slot, start, cells);

    public void Restore(int slot, ReadOnlySpan<int> cells) => _slots.Restore(slot, cells);

    public void Rewind(int slot, int length) => _slots.Shorten(slot, length);

    public void Dispose() => _slots.Dispose();
}
