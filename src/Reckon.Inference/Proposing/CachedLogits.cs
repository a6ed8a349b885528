using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Proposing;

/// <summary>
/// The logits after prompts that are kept. They take no blocks, and with a large vocabulary a row of them is more than the
/// prompt's own keys and values: so they are bounded by themselves, and those that were kept first go first.
/// </summary>
/// <param name="mostRows">Prompts that may have theirs; 0 for none.</param>
internal sealed class CachedLogits(int mostRows)
{
    private readonly Queue<PrefixNode<float[]>> _ends = []; // Some may have been evicted since: they go in their turn.

    /// <summary>Keeps the logits at a prompt's end, if it is kept and has none.</summary>
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
