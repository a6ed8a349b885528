using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Proposing;

/// <summary>
/// The logits after cached prompts. They take no blocks, and with a large vocabulary a row of logits is larger than the prompt's KV cache:
/// so they have a bound of their own, and the oldest make room.
/// </summary>
/// <param name="mostRows">Prompts that may have their logits; 0 for none.</param>
internal sealed class CachedLogits(int mostRows)
{
    private readonly Queue<PrefixNode<float[]>> _ends = []; // Some may have been evicted since; they are dropped in their turn.

    /// <summary>Stores the logits at the end of a prompt, if that is cached and has none.</summary>
    public void Store(PrefixNode<float[]>? end, ReadOnlySpan<float> logits)
    {
        if (mostRows == 0 || end is not { Value.Length: 0 })
        {
            return;
        }

        if (_ends.Count == mostRows)
        {
            _ends.Dequeue().Value = [];
        }

        end.Value = logits.ToArray();
        _ends.Enqueue(end);
    }

    public void Clear() => _ends.Clear();
}
