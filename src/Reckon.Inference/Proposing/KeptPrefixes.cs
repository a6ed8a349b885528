using System.Collections.Immutable;

namespace Reckon.Inference;

/// <summary>
/// What rows leave behind for requests to come. A step's last token is drawn and never read into its own row, so a step's
/// node holds what stands before that token and after the last token of the node before: a row that is restored goes on by
/// reading that one token, as the row that wrote it would have done.
/// </summary>
internal sealed class KeptPrefixes(IModel model, IPrefixCache<float[]> cache, EngineCounters counters)
{
    /// <summary>Puts the longest kept beginning of the job's text into the slot. Returns the logits after the prompt; null when nothing is kept.</summary>
    /// <param name="job">Whose text.</param>
    /// <param name="slot">Holds it afterwards.</param>
    /// <param name="replayed">How many tokens of the prefix's steps it holds, then.</param>
    public float[]? Restore(ProposeJob job, int slot, out int replayed)
    {
        replayed = 0;
        var kept = cache.Match(job.Chunks.AsSpan());
        if (kept.Count == 0)
        {
            return null;
        }

        model.Rewind(slot, 0);
        foreach (var node in kept)
        {
            model.Restore(slot, node.Cells);
        }

        counters.Restored(model.LengthOf(slot));
        replayed = model.LengthOf(slot) - job.Prompt.Length;
        job.Node = kept[^1];
        return kept[0].Value;
    }

    /// <summary>Keeps the prompt of a job whose slot holds it and nothing else.</summary>
    public void KeepPrompt(ProposeJob job, int slot, ReadOnlySpan<float> logits)
    {
        if (!HasNaN(logits)) // A device may have stumbled: then the next request must try again.
        {
            job.Node = cache.Keep(null, job.Prompt, job.Prompt.Length, logits.ToArray(), cells => model.Keep(slot, 0, cells));
        }
    }

    /// <summary>Keeps what is missing of the prefix of a job whose slot holds all of it.</summary>
    public void KeepPrefix(ProposeJob job, int slot)
    {
        var end = job.Prompt.Length;
        for (var i = 1; i < job.Chunks.Length; i++)
        {
            end += job.Chunks[i].Length;
            if (job.Node is { } parent && parent.Depth < i)
            {
                job.Node = KeepStep(parent, job.Chunks[i], slot, end - 1);
            }
        }
    }

    /// <summary>Keeps a child that is one step behind the prefix, and whose slot holds all but its last token.</summary>
    public void KeepChild(ProposeJob job, ImmutableArray<int> step, int slot)
    {
        if (job.Node is { } parent)
        {
            KeepStep(parent, step, slot, model.LengthOf(slot));
        }
    }

    public void Clear() => cache.Clear();

    public void Count() => counters.Kept(cache.UsedCells, cache.Evictions);

    private PrefixNode<float[]>? KeepStep(PrefixNode<float[]> parent, ImmutableArray<int> step, int slot, int end)
    {
        var length = parent.Parent is null ? step.Length - 1 : step.Length; // The prompt has no token that was left behind.
        return cache.Keep(parent, step, length, [], cells => model.Keep(slot, end - length, cells));
    }

    private static bool HasNaN(ReadOnlySpan<float> logits)
    {
        foreach (var logit in logits)
        {
            if (float.IsNaN(logit))
            {
                return true;
            }
        }

        return false;
    }
}
