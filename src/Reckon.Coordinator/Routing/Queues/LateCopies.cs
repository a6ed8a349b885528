namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Queues again what others may answer sooner than the worker that has it.</summary>
/// <param name="line">Where copies wait.</param>
/// <param name="sendings">What has not come back.</param>
/// <param name="workers">The workers of the pool.</param>
/// <param name="late">What is late.</param>
internal sealed class LateCopies<TBody>(
    WaitingLine<TBody> line, IReadOnlyCollection<Sending<TBody>> sendings, WorkerTable workers, LatePolicy late)
{
    /// <summary>Copies all that a worker has. Returns how many requests that were.</summary>
    public int OfWorker(string worker)
    {
        var before = line.Count;
        foreach (var sending in NewestFirst(sending => sending.Worker.Key == worker))
        {
            Copy(sending);
        }

        return line.Count - before;
    }

    /// <summary>Copies what is late; its worker is left alone for a while. Returns how many requests that were.</summary>
    public int OfLate(TimeSpan now)
    {
        var before = line.Count;
        foreach (var sending in NewestFirst(sending => IsLate(sending, now)))
        {
            workers.Stall(sending.Worker, now - sending.At, now);
            Copy(sending);
        }

        return line.Count - before;
    }

    // Each copy is put first: so the oldest ends at the head.
    private List<Sending<TBody>> NewestFirst(Func<Sending<TBody>, bool> isMeant) =>
        [.. sendings.Where(isMeant).OrderByDescending(sending => sending.Number)];

    private bool IsLate(Sending<TBody> sending, TimeSpan now) =>
        !sending.IsCopied
        && late.IsLate(now - sending.At, workers.TypicalOf(sending.Worker, sending.Class))
        && workers.HasAnother(sending.Worker);

    private void Copy(Sending<TBody> sending)
    {
        if (sending.IsCopied)
        {
            return;
        }

        sending.IsCopied = true;
        foreach (var request in sending.Requests.Reverse())
        {
            if (request is { IsOver: false, IsCancelled: false, Place: null } && request.Out.All(other => other.IsCopied))
            {
                line.AddFirst(request); // It counts as in flight, where it still is.
            }
        }
    }
}
