namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Picks a worker: one that holds the prefix if it has room, else the better of two different ones at random. Two random
/// choices come close to the best of all without asking all (Mitzenmacher 2001, "The power of two choices in randomized load
/// balancing").
/// </summary>
internal static class WorkerChoice
{
    /// <summary>The chosen one of <paramref name="workers"/>, or null when none has room for <paramref name="weight"/> children.</summary>
    /// <param name="workers">Candidates.</param>
    /// <param name="holders">Workers that hold the parent's cache, if any; the latest is preferred.</param>
    /// <param name="weight">Children to place, at least 1.</param>
    /// <param name="now">The time.</param>
    /// <param name="random">Source of the two choices; no result depends on it.</param>
    public static WorkerLoad? Pick(IReadOnlyCollection<WorkerLoad> workers, Holders holders, int weight, TimeSpan now, Random random)
    {
        var roomy = workers.Where(worker => worker.HasRoomFor(weight, now)).ToList();
        if (roomy.Count == 0)
        {
            return null;
        }

        return roomy.Find(worker => worker.Key == holders.Latest)
            ?? roomy.Find(worker => worker.Key == holders.Earlier)
            ?? (roomy.Count == 1 ? roomy[0] : BetterOfTwo(roomy, random));
    }

    private static WorkerLoad BetterOfTwo(List<WorkerLoad> workers, Random random)
    {
        var first = random.Next(workers.Count);
        var second = random.Next(workers.Count - 1);
        second += second >= first ? 1 : 0; // Any but the first.
        return workers[second].Usage < workers[first].Usage ? workers[second] : workers[first];
    }
}
