using Reckon.Contracts.Pools;

namespace Reckon.Coordinator.Pools;

/// <summary>Adds reports up. A report counts until its sender sends the next, or until it is too old to be believed.</summary>
internal sealed class PoolTotals(TimeSpan maxAge)
{
    private readonly Dictionary<string, (RouterReport Report, DateTimeOffset At)> _routers = [];
    private readonly Dictionary<string, (WorkerReport Report, DateTimeOffset At)> _workers = [];

    /// <summary>Takes a router's figures in.</summary>
    public void Add(RouterReport report, DateTimeOffset now) => _routers[report.Silo] = (report, now);

    /// <summary>Takes a worker's figures in.</summary>
    public void Add(WorkerReport report, DateTimeOffset now) => _workers[report.Worker] = (report, now);

    /// <summary>The totals at <paramref name="now"/>.</summary>
    public PoolStatus At(DateTimeOffset now)
    {
        var routers = _routers.Values.Where(entry => now - entry.At <= maxAge).Select(entry => entry.Report).ToList();
        var alive = _workers.Values.Where(entry => now - entry.At <= maxAge).Select(entry => entry.Report).ToList();
        var rows = alive.Sum(worker => worker.Rows);
        return new PoolStatus(
            alive.Count,
            routers.Sum(router => router.Waiting),
            routers.Sum(router => router.InFlight),
            rows == 0 ? 0 : Math.Min(1.0, (double)alive.Sum(worker => worker.RowsInUse) / rows),
            Sum(_workers.Values.Select(entry => entry.Report))); // Finished work still counts when its worker leaves.
    }

    private static WorkerReport Sum(IEnumerable<WorkerReport> reports) =>
        reports.Aggregate(
            new WorkerReport("all", 0, 0, 0, 0, 0, 0, TimeSpan.Zero, TimeSpan.Zero),
            (sum, next) => new WorkerReport(
                sum.Worker,
                sum.Rows + next.Rows,
                sum.RowsInUse + next.RowsInUse,
                sum.PrefilledTokens + next.PrefilledTokens,
                sum.GeneratedTokens + next.GeneratedTokens,
                sum.ReplayedTokens + next.ReplayedTokens,
                sum.JudgedTokens + next.JudgedTokens,
                sum.ModelTime + next.ModelTime,
                sum.BusyTime + next.BusyTime,
                sum.RestoredTokens + next.RestoredTokens));
}
