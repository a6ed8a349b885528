using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference;

/// <summary>
/// Scores one request after the other. Texts are always cut into the same chunks (the prompt, then each step), so a score
/// has the same bits whatever was asked before. Used by the engine's thread alone, but for <paramref name="inbox"/>.
/// </summary>
internal sealed class VerifierLoop(VerifierModel parts, EngineCounters counters, ConcurrentQueue<JudgeJob> inbox)
{
    private const int Slot = 0;
    private readonly IVerifierModel _model = parts.Model;
    private volatile int _rowsInUse;

    public int RowsInUse => _rowsInUse;

    /// <summary>Scores one request and returns whether there is more to do.</summary>
    public bool Turn()
    {
        if (inbox.TryDequeue(out var job))
        {
            var since = counters.Now();
            _rowsInUse = 1;
            Answer(job);
            job.Abandon();
            _rowsInUse = 0;
            counters.WasBusy(since);
        }

        return !inbox.IsEmpty;
    }

    /// <summary>Fails what waits and frees the model, on the thread that used it.</summary>
    public void Close()
    {
        while (inbox.TryDequeue(out var job))
        {
            job.Fail(new ObjectDisposedException(parts.Card.Name, "The engine was closed before it had answered."));
            job.Abandon();
        }

        _model.Dispose();
    }

    private void Answer(JudgeJob job)
    {
        try
        {
            if (!job.IsOver && Judge(job) is { } scores)
            {
                job.Succeed(new JudgeReply(scores, job.Prompt.Length));
            }
        }
        catch (InvalidLogitsException fault)
        {
            job.Fail(fault);
        }
        catch (Exception fault) // Nothing that a model does may end the process or leave a caller waiting.
        {
            job.Fail(new ModelFaultException(parts.Card.Name, fault));
        }
    }

    /// <summary>The scores, or null when the request was cancelled on the way.</summary>
    private ImmutableArray<ImmutableArray<double>>? Judge(JudgeJob job)
    {
        _model.Clear(Slot);
        Read(job.Prompt, replayed: 0);
        foreach (var step in job.Prefix)
        {
            Read(step, step.Length);
        }

        var mark = _model.Mark(Slot);
        var known = new Dictionary<ImmutableArray<ImmutableArray<int>>, ImmutableArray<double>>(ChunkComparer.Instance);
        var scores = ImmutableArray.CreateBuilder<ImmutableArray<double>>(job.Continuations.Length);
        foreach (var continuation in job.Continuations)
        {
            job.StartOne();
            if (job.IsOver)
            {
                return null;
            }

            if (!known.TryGetValue(continuation, out var found))
            {
                _model.Rewind(Slot, mark);
                known[continuation] = found = [.. continuation.Select(Score)];
            }

            scores.Add(found);
        }

        return scores.MoveToImmutable();
    }

    private double Score(ImmutableArray<int> step)
    {
        var score = Read(step, replayed: 0);
        counters.Scored();
        return score is >= 0 and <= 1
            ? score
            : throw new InvalidLogitsException($"The verifier gave the score {score}; a score is in [0, 1].");
    }

    private double Read(ImmutableArray<int> chunk, int replayed)
    {
        var since = counters.Now();
        var score = _model.Extend(Slot, chunk.AsSpan())[^1];
        counters.Prefilled(chunk.Length, replayed, since);
        return score;
    }
}
