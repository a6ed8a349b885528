using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.TokenSampling;
using Reckon.Search.Running;

namespace Reckon.Inference.Judging;

/// <summary>
/// Scores one request after the other, in fair shares. Texts are always cut into the same chunks (the prompt, then each step), so a score
/// has the same bits whatever was asked before. Used by the engine's thread alone, but for <paramref name="inbox"/>.
/// </summary>
internal sealed class VerifierLoop(
    VerifierModel parts, IPrefixCache<ChunkEnd> cache, EngineCounters counters, DeviceSeat seat, ConcurrentQueue<JudgeJob> inbox)
{
    private readonly FairQueue<JudgeJob> _waiting = new(job => job.Cost);
    private readonly PathReader _reader = new(parts.Model, cache, counters, seat, mayCut: parts.Card.IsRepeatable);
    // As in a dictionary, so that texts which begin alike are neighbours and share what they have in common.
    private static readonly Comparer<ImmutableArray<Chunk>> _byText =
        Comparer<ImmutableArray<Chunk>>.Create((left, right) => left.AsSpan().SequenceCompareTo(right.AsSpan()));

    private readonly CancellationNotice _cancellations = new();
    private volatile int _rowsInUse;

    public int RowsInUse => _rowsInUse;

    /// <summary>To be told by whoever cancels a request, on any thread.</summary>
    public void NoteCancellation() => _cancellations.Give();

    /// <summary>Scores one request and returns whether there is more to do.</summary>
    public bool Turn()
    {
        TakeIn();
        if (_waiting.TryTake(out var job))
        {
            var since = counters.Now();
            counters.Started(job.Arrived);
            _rowsInUse = 1;
            var (reply, fault) = Answer(job);
            job.Abandon();
            _rowsInUse = 0;
            counters.Cached(cache.UsedBlocks, cache.Evictions);
            counters.WasBusy(since);
            Publish(job, reply, fault); // Last, so that who is answered finds himself counted.
        }

        return _waiting.Count > 0 || !inbox.IsEmpty;
    }

    /// <summary>Fails what waits and frees the model, on the thread that used it.</summary>
    public void Close()
    {
        TakeIn();
        foreach (var job in _waiting.TakeWhere(_ => true))
        {
            job.Fail(new ObjectDisposedException(parts.Card.Name, "The engine was closed before it had answered."));
            job.Abandon();
        }

        parts.Model.Dispose();
    }

    // What was cancelled while it waited makes room at once for who is turned away.
    private void TakeIn()
    {
        while (inbox.TryDequeue(out var job))
        {
            if (job.IsOver)
            {
                job.Abandon(); // Notice of it may have been taken while it was not yet here.
            }
            else
            {
                _waiting.Add(job.Owner, job.Problem, job);
            }
        }

        if (_cancellations.Take())
        {
            foreach (var job in _waiting.TakeWhere(job => job.IsOver))
            {
                job.Abandon();
            }
        }
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
