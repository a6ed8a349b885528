using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.TokenSampling;
using Reckon.Search.Running;

namespace Reckon.Inference.Judging;

/// <summary>
/// Scores one request at a time, in fair order. Texts are always cut into the same chunks (the prompt, then each step), so a score
/// has the same bits whatever was asked before.
/// </summary>
internal sealed class VerifierLoop(
    VerifierModel parts, IPrefixCache<ChunkEnd> cache, EngineCounters counters, DeviceSeat seat, JobQueue<JudgeJob, JudgeReply> queue)
    : IEngineLoop
{
    private readonly PathReader _reader = new(parts.Model, cache, counters, seat, mayCut: parts.Card.IsRepeatable);
    // In lexicographic order, so that texts with a common beginning follow each other and share it.
    private static readonly Comparer<ImmutableArray<Chunk>> _byText =
        Comparer<ImmutableArray<Chunk>>.Create((left, right) => left.AsSpan().SequenceCompareTo(right.AsSpan()));

    private volatile int _rowsInUse;

    /// <inheritdoc/>
    public int RowsInUse => _rowsInUse;

    /// <summary>Scores one request and returns whether there is more to do.</summary>
    public bool Turn()
    {
        queue.TakeIn();
        if (queue.TryTake(out var job))
        {
            var since = counters.Now();
            counters.Started(job.Arrived);
            _rowsInUse = 1;
            var (reply, fault) = Answer(job);
            job.Abandon();
            _rowsInUse = 0;
            counters.Cached(cache.UsedBlocks, cache.Evictions);
            counters.WasBusy(since);
            Publish(job, reply, fault); // Last, so that the figures of an answered request are counted.
        }

        return !queue.IsEmpty;
    }

    /// <inheritdoc/>
    public void Close()
    {
        queue.FailAll(new ObjectDisposedException(parts.Card.Name, "The engine was closed before it had answered."));
        parts.Model.Dispose();
    }

    private static void Publish(JudgeJob job, JudgeReply? reply, Exception? fault)
    {
        if (reply is not null)
        {
            job.Succeed(reply);
        }
        else if (fault is not null)
        {
            job.Fail(fault);
        }
    }

    private (JudgeReply? Reply, Exception? Fault) Answer(JudgeJob job)
    {
        try
        {
            return (job.IsOver ? null : Judge(job), null);
        }
        catch (InvalidLogitsException fault)
        {
            return (null, fault);
        }
        catch (OperationCanceledException) when (job.IsOver)
        {
            return (null, null);
        }
        catch (Exception fault) // Nothing that a model does may end the process or leave a caller waiting.
        {
            counters.Failed();
            return (null, new ModelFaultException(parts.Card.Name, fault));
        }
    }

    /// <summary>The scores, or null when the request was cancelled on the way.</summary>
    private JudgeReply? Judge(JudgeJob job)
    {
        ImmutableArray<Chunk> prefix = [.. job.Prompt, .. job.Prefix];
        _reader.Begin(prefix.AsSpan(), job.Prompt.Length, () => job.IsOver);

        var scores = new ImmutableArray<double>[job.Continuations.Length];
        foreach (var i in Enumerable.Range(0, scores.Length).OrderBy(i => job.Continuations[i], _byText))
        {
            job.StartOne();
            counters.Began();
            if (job.IsOver)
            {
                return null;
            }

            scores[i] = _reader.Read(prefix.AddRange(job.Continuations[i]).AsSpan());
        }

        return job.ReplyOf(scores);
    }
}
