namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// Picks a worker. First one that holds the prefix, while it has rows free; then any with rows free, the better of two different ones at
/// random; then, to queue, the same again among those with room. Two random choices come close to the best of all (Mitzenmacher 2001,
/// "The power of two choices in randomized load balancing").
/// </summary>
internal static class WorkerChoice
{
    /// <summary>The chosen one of <paramref name="workers"/>, or null when none has room for <paramref name="weight"/> children.</summary>
    /// <param name="workers">Candidates.</param>
    /// <param name="holders">Workers that hold the parent's cache, if any; the latest is preferred.</param>
    /// <param name="weight">Children to place, at least 1.</param>
    /// <param name="now">The time.</param>
    /// <param name="random">Source of the two choices; no result depends on it.</param>
    public static WorkerLoad? Pick(IEnumerable<WorkerLoad> workers, Holders holders, int weight, TimeSpan now, Random random)
    {
        var roomy = workers.Where(worker => worker.HasRoomFor(weight, now)).ToList();
        var free = roomy.FindAll(worker => worker.HasRowsFor(weight, now));
        return Pick(free, holders, now, random) ?? Pick(roomy, holders, now, random);
    }

    private static WorkerLoad? Pick(List<WorkerLoad> workers, Holders holders, TimeSpan now, Random random) =>
        workers.Count <= 1
            ? workers.FirstOrDefault()
            : workers.Find(worker => worker.Key == holders.Latest)
                ?? workers.Find(worker => worker.Key == holders.Earlier)
                ?? BetterOfTwo(workers, now, random);

    private static WorkerLoad BetterOfTwo(List<WorkerLoad> workers, TimeSpan now, Random random)
    {
        var first = random.Next(workers.Count);
        var second = random.Next(workers.Count - 1);
        second += second >= first ? 1 : 0; // Any but the first.
        return workers[second].Usage(now) < workers[first].Usage(now) ? workers[second] : workers[first];
    }
}
