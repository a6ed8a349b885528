using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>
/// The prefix cache of a proposer: the KV cache of prompts and steps, for later requests that begin alike. A step's last token is sampled
/// and never read into its own row. So the node of a step holds the last token of the step before it, and all of its own tokens but the
/// last; a row that is restored begins by reading that one, as the row that wrote it would have done.
/// </summary>
/// <param name="model">Whose KV cache it is.</param>
/// <param name="cache">Where it is. The end of a prompt has the logits after it, or none where they had to make room.</param>
/// <param name="logits">The prompts whose logits are cached.</param>
/// <param name="candidates">The tokens that may be sampled.</param>
/// <param name="counters">Of the engine.</param>
internal sealed class CachedPrefixes(
    IModel model, IPrefixCache<float[]> cache, CachedLogits logits, CandidateSet candidates, EngineCounters counters)
{
    /// <summary>
    /// The longest cached beginning of the row's text that it can continue from. A row needs the logits after its prompt, unless it has
    /// tokens to replay. Where they are not cached, the prompt's last chunk is left out, so that it is read for them.
    /// </summary>
    public IReadOnlyList<PrefixNode<float[]>> Find(ProposeRow row)
    {
        var (job, cached) = (row.Job, cache.Match(row.Job.Chunks.AsSpan()));
        if (cached.Count == job.PromptEnd) // The whole prompt, but not its end.
        {
            return [.. cached.SkipLast(1)];
        }

        var lacksLogits = cached.Count == job.PromptEnd + 1 && cached[^1].Value.Length == 0 && !row.HasReplay;
        return lacksLogits ? [.. cached.SkipLast(2)] : cached;
    }

    /// <summary>Puts what was found into the slot, in place of what it held.</summary>
    public void Restore(ProposeRow row, IReadOnlyList<PrefixNode<float[]>> cached, int slot)
    {
        model.Rewind(slot, 0);
        foreach (var node in cached)
        {
            model.Restore(slot, node.Blocks);
        }

        counters.LookedUp(row.Job.Prompt.Length + row.Job.Replay.Length, model.LengthOf(slot));
        if (!row.IsRecomputing) // Other rows of its request still use the node that they began with.
        {
            row.Job.Node = cached is [.., var last] ? last : null;
        }
    }

    /// <summary>
    /// Stores what is not yet cached of a job's prompt, and the logits after it. The slot holds the prompt and nothing else.
    /// </summary>
    public void StorePrompt(ProposeJob job, int slot, ReadOnlySpan<float> after)
    {
        job.Node = null; // Where the end of the prompt is not cached, no step may be cached after it.
        if (!candidates.HasLargest(after))
        {
            return; // The device may have failed for once: the next request must read the prompt again.
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

    /// <summary>Stores what is not yet cached of a job's steps. The slot holds all of the prefix.</summary>
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

    /// <summary>Stores a child, one step after the prefix. The slot holds all but its last token.</summary>
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
        var length = parent.Depth == job.PromptEnd ? step.Length - 1 : step.Length; // A prompt leaves no token unread.
        return cache.Store(parent, step, length, [], blocks => model.Store(slot, end - length, blocks));
    }
}
