using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>
/// What rows leave behind for requests to come. A step's last token is drawn and never read into its own row, so a step's
/// node holds what stands before that token and after the last token of the node before: a row that is restored goes on by
/// reading that one token, as the row that wrote it would have done.
/// </summary>
/// <param name="model">Whose keys and values are cached.</param>
/// <param name="cache">Where. A prompt's end has the logits after it, or none where they had to make room.</param>
/// <param name="logits">The prompts whose logits are cached.</param>
/// <param name="candidates">What may be drawn.</param>
/// <param name="counters">Of the engine.</param>
internal sealed class CachedPrefixes(IModel model, IPrefixCache<float[]> cache, CachedLogits logits, CandidateSet candidates, EngineCounters counters)
{
    /// <summary>
    /// The longest cached beginning of the job's text that a row can go on from: with the whole prompt and the logits after it,
    /// or without the prompt's last chunk, which has to be read for them. A row that has steps to read needs none.
    /// </summary>
    public IReadOnlyList<PrefixNode<float[]>> Find(ProposeRow row)
    {
        var job = row.Job;
        var cached = cache.Match(job.Chunks.AsSpan());
        var lacksLogits = cached.Count == job.PromptEnd + 1 && cached[^1].Value.Length == 0 && !row.HasReplay;
        return cached.Count == job.PromptEnd ? [.. cached.SkipLast(1)] : lacksLogits ? [.. cached.SkipLast(2)] : cached;
    }

    /// <summary>Puts what was found into the slot, and nothing else.</summary>
    public void Restore(ProposeRow row, IReadOnlyList<PrefixNode<float[]>> cached, int slot)
    {
        model.Rewind(slot, 0);
        foreach (var node in cached)
        {
            model.Restore(slot, node.Blocks);
        }

        counters.LookedUp(row.Job.Prompt.Length + row.Job.Replay.Length, model.LengthOf(slot));
        if (!row.IsRecomputing) // Its request's other rows go by the node that they began with.
        {
            row.Job.Node = cached is [.., var last] ? last : null;
        }
    }

    /// <summary>Keeps what is missing of the prompt of a job whose slot holds it and nothing else, and the logits after it.</summary>
    public void StorePrompt(ProposeJob job, int slot, ReadOnlySpan<float> after)
    {
        job.Node = null; // What was found ends within the prompt: where its end is not cached, no step may be cached behind it.
        if (!candidates.HasLargest(after))
        {
            return; // A device may have stumbled: then the next request must try again.
        }

        var (node, start) = ((PrefixNode<float[]>?)null, 0);
        for (var i = 0; i < job.PromptEnd; start += job.Chunks[i].Length, i++)
        {
            var from = start;
            node = cache.Store(node, job.Chunks[i], job.Chunks[i].Length, [], blocks => model.Store(slot, from, blocks));
            if (node is null)
            {
                return;
            }
        }

        job.Node = cache.Store(node, job.Chunks[job.PromptEnd], blocks: 0, [], _ => { });
        logits.Store(job.Node, after);
    }

    /// <summary>Keeps what is missing of the prefix of a job whose slot holds all of it.</summary>
    public void StorePrefix(ProposeJob job, int slot)
    {
        var end = job.Prompt.Length;
        for (var i = job.PromptEnd + 1; i < job.Chunks.Length; i++)
        {
            end += job.Chunks[i].Length;
            if (job.Node is { } parent && parent.Depth < i)
            {
                job.Node = StoreStep(job, parent, job.Chunks[i], slot, end - 1);
            }
        }
    }

    /// <summary>Keeps a child that is one step behind the prefix, and whose slot holds all but its last token.</summary>
    public void StoreChild(ProposeJob job, Chunk step, int slot)
    {
        if (job.Node is { } parent)
        {
            StoreStep(job, parent, step, slot, model.LengthOf(slot));
        }
    }

    public void Clear()
    {
        cache.Clear();
        logits.Clear();
    }

    /// <summary>Counts what is cached now.</summary>
    public void UpdateCounters() => counters.Cached(cache.UsedBlocks, cache.Evictions);

    public void CheckIntegrity() => cache.CheckIntegrity();

    private PrefixNode<float[]>? StoreStep(ProposeJob job, PrefixNode<float[]> parent, Chunk step, int slot, int end)
    {
        var length = parent.Depth == job.PromptEnd ? step.Length - 1 : step.Length; // The prompt has no token that was left behind.
        return cache.Store(parent, step, length, [], blocks => model.Store(slot, end - length, blocks));
    }
}
