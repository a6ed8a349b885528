namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Looks through what waits for the next request that some worker has room for.</summary>
internal sealed class LineLook<TBody>(WaitingLine<TBody> line, WorkerTable workers)
{
    /// <summary>
    /// Children that may be sent ahead of a request that finds no room for its weight. After that, everything waits until it has gone.
    /// </summary>
    public const int MostPassedOver = 256;

    private const int MostLookedAt = 64; // Of one owner: a longer look costs more than the rows that it would fill.

    /// <summary>The request that is sent next, and where; null if nothing can be sent now. It stays in the line.</summary>
    public (QueuedRequest<TBody> Head, WorkerLoad Worker)? Find(TimeSpan now)
    {
        var tooHeavy = int.MaxValue; // No worker has room for this weight.
        List<QueuedRequest<TBody>> passed = [];
        foreach (var owned in line.InOrder())
        {
            foreach (var request in owned.Take(MostLookedAt))
            {
                if (request.Weight < tooHeavy && WorkerFor(request, now) is { } worker)
                {
                    passed.ForEach(other => other.PassedOver += request.Weight);
                    return (request, worker);
                }

                if (request.Out.Count > 0)
                {
                    continue; // Its worker may be the only one with room: that says nothing about the others in the line.
                }

                tooHeavy = Math.Min(tooHeavy, request.Weight);
                if (tooHeavy == 1 || request.PassedOver >= MostPassedOver)
                {
                    return null;
                }

                passed.Add(request);
            }
        }

        return null;
    }

    private WorkerLoad? WorkerFor(QueuedRequest<TBody> request, TimeSpan now) =>
        workers.Pick(request.Demand.Search, request.Weight, now, request.Out.Count == 0 ? null : request.IsAt);
}
