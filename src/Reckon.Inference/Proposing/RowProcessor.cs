using System.Runtime.InteropServices;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;
using Reckon.Search;

namespace Reckon.Inference.Proposing;

/// <summary>
/// What follows a forward: gives each row its next token, from the prefix that it replays or by sampling, finishes the children that are
/// done, and has the batch place the rows that continue. Used by one thread.
/// </summary>
internal sealed class RowProcessor(ProposerModel parts, ProposerBatch batch, CachedPrefixes prefixes, EngineCounters counters)
{
    private readonly RowSampler _sampler = new(parts, counters);
    private readonly List<ProposeRow> _continuing = []; // Of the row that is being processed.
    private readonly List<ProposeJob> _completed = [];

    /// <summary>Processes the rows of a decode step.</summary>
    public void Process(DecodeOutput output)
    {
        // From the last to the first: a row that is freed is filled by one that has been processed, that did not run, or that begins.
        for (var slot = output.Count - 1; slot >= 0; slot--)
        {
            Process(output[slot]);
        }
    }

    /// <summary>Processes one row. A fault in it is its request's alone.</summary>
    /// <exception cref="LostSlotsException">A slot could not be copied.</exception>
    public void Process(RowOutput output)
    {
        var job = output.Row.Job;
        if (output.Fault is { } fault)
        {
            Fail(job, fault);
        }
        else if (!job.IsOver && TryProcess(output, out var continuing))
        {
            batch.Continue(output.Slot, continuing);
        }
    }

    /// <summary>
    /// Replies to the requests whose last child is done. Last in a turn, so that the figures of an answered request are counted.
    /// </summary>
    public void Publish()
    {
        foreach (var job in _completed)
        {
            job.Publish();
        }

        _completed.Clear();
    }

    // Returns the rows that continue what the slot holds; false when the row is left as it is.
    private bool TryProcess(RowOutput output, out ReadOnlySpan<ProposeRow> continuing)
    {
        continuing = [];
        try
        {
            if (!output.Row.IsWriting && !TryWrite(output))
            {
                return false;
            }

            continuing = Sample(output);
            return true;
        }
        catch (Exception fault)
        {
            Fail(output.Row.Job, fault);
            return false;
        }
    }

    // True if everything has been replayed.
    private bool TryWrite(RowOutput output)
    {
        var row = output.Row;
        if (row.TryReplayNext())
        {
            return false;
        }

        if (!row.IsRecomputing)
        {
            prefixes.StorePrefix(row.Job, output.Slot);
        }

        row.Write(row.Continuation ?? NewContinuation(row.Job));
        return true;
    }

    private Continuation NewContinuation(ProposeJob job)
    {
        job.StartAll();
        var continuation = job.NewContinuation(parts.Tokenizer, parts.Rules);
        counters.Began(continuation.Siblings.Length);
        return continuation;
    }

    private ReadOnlySpan<ProposeRow> Sample(RowOutput output)
    {
        var row = output.Row;
        var branches = _sampler.Sample(row.Continuation!, output.Logits); // It writes.
        _continuing.Clear();
        for (var i = branches.Length - 1; i >= 0; i--) // The row's own text first: it may stay where it is.
        {
            var (continuation, token, isDone) = branches[i];
            if (isDone)
            {
                Finish(output.Slot, row.Job, continuation);
            }
            else
            {
                _continuing.Add(continuation == row.Continuation ? row : ProposeRow.Of(row.Job, continuation));
                _continuing[^1].NextToken = token;
            }
        }

        return CollectionsMarshal.AsSpan(_continuing);
    }

    private void Finish(int slot, ProposeJob job, Continuation continuation)
    {
        var proposal = continuation.ToProposal();
        if (proposal.Ending == Ending.Open && proposal.Steps is [var step])
        {
            prefixes.StoreChild(job, new Chunk(step.Tokens), slot); // What goes further is a rollout, which nothing continues.
        }

        foreach (var sibling in continuation.Siblings)
        {
            if (job.Finish(sibling.Child, proposal))
            {
                _completed.Add(job);
            }
        }
    }

    // Its rows are freed with those of other completed requests. A row whose prompt failed is not among them, so its place in the
    // queue is given back here, even
    // when the request was cancelled meanwhile.
    private void Fail(ProposeJob job, Exception fault) => job.Reject(parts.Blame(fault));
}
