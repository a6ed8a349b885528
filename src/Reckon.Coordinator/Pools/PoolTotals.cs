using System.Collections.Immutable;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Pools;

/// <summary>Adds up what routers and workers answered when they were asked.</summary>
/// <param name="routers">The answers of coordinator silos.</param>
/// <param name="answers">The answers of workers.</param>
/// <param name="active">The workers that are active members of the cluster.</param>
internal sealed class PoolTotals(
    IReadOnlyCollection<RouterFigures> routers, IReadOnlyCollection<WorkerReport> answers, IReadOnlySet<string> active)
{
    /// <summary>The answers of the workers that are in the cluster.</summary>
    public ImmutableArray<WorkerReport> Answers { get; } = [.. answers.Where(report => active.Contains(report.Worker))];

    /// <summary>The workers in the cluster, by key.</summary>
    public ImmutableArray<WorkerDescription> Workers { get; } =
    [
        .. routers.SelectMany(router => router.Workers).Where(worker => active.Contains(worker.Key))
            .DistinctBy(worker => worker.Key).OrderBy(worker => worker.Key, StringComparer.Ordinal),
    ];

    /// <summary>Every pool that anyone serves, served or asked for, by name.</summary>
    public ImmutableArray<PoolStatus> Pools =>
    [
        .. Workers.SelectMany(worker => worker.Models).Select(model => model.Pool)
            .Concat(routers.SelectMany(router => router.Routers).Select(report => report.Pool))
            .Concat(routers.SelectMany(router => router.LastReports).Select(report => report.Pool))
            .Distinct().Order(StringComparer.Ordinal).Select(Of),
    ];

    /// <summary>The totals of one pool.</summary>
    public PoolStatus Of(string pool)
    {
        var reports = routers.SelectMany(router => router.Routers).Where(report => report.Pool == pool).ToList();
        var present = Workers.Where(worker => worker.Models.Any(model => model.Pool == pool)).Select(worker => worker.Key).ToHashSet();
        var known = LastKnown(pool);
        var inUse = known.Where(report => present.Contains(report.Worker)).Sum(report => report.RowsInUse);
        var rows = Workers.SelectMany(worker => worker.Models).Where(model => model.Pool == pool).Sum(model => model.Rows);
        var answered = answers.Where(report => report.Pool == pool && present.Contains(report.Worker)).ToList();
        return new PoolStatus(
            present.Count,
            reports.Sum(report => report.Waiting),
            reports.Sum(report => report.InFlight),
            rows == 0 ? 0 : Math.Min(1.0, (double)inUse / rows),
            Sum(known) with { Rows = rows, RowsInUse = inUse, Pool = pool })
        {
            Pool = pool,
            Draining = answered.Count(report => report.IsDraining),
            Silent = present.Count - answered.Count,
        };
    }

    // Of each worker that ever reported. Counters never fall, so the largest is the latest, whoever knows it.
    private List<WorkerReport> LastKnown(string pool) =>
    [
        .. answers.Concat(routers.SelectMany(router => router.LastReports)).Where(report => report.Pool == pool)
            .GroupBy(report => report.Worker)
            .Select(ofWorker => ofWorker.Aggregate(Later) with { RowsInUse = ofWorker.First().RowsInUse }), // An answer comes first.
    ];

    private static WorkerReport Later(WorkerReport one, WorkerReport other) => one with
    {
        PrefilledTokens = Math.Max(one.PrefilledTokens, other.PrefilledTokens),
        GeneratedTokens = Math.Max(one.GeneratedTokens, other.GeneratedTokens),
        ReplayedTokens = Math.Max(one.ReplayedTokens, other.ReplayedTokens),
        JudgedTokens = Math.Max(one.JudgedTokens, other.JudgedTokens),
        ModelTime = one.ModelTime > other.ModelTime ? one.ModelTime : other.ModelTime,
        BusyTime = one.BusyTime > other.BusyTime ? one.BusyTime : other.BusyTime,
        RestoredTokens = Math.Max(one.RestoredTokens, other.RestoredTokens),
    };

    private static WorkerReport Sum(IEnumerable<WorkerReport> reports) =>
        reports.Aggregate(
            new WorkerReport("all", 0, 0, 0, 0, 0, 0, TimeSpan.Zero, TimeSpan.Zero),
            (sum, next) => sum with
            {
                PrefilledTokens = sum.PrefilledTokens + next.PrefilledTokens,
                GeneratedTokens = sum.GeneratedTokens + next.GeneratedTokens,
                ReplayedTokens = sum.ReplayedTokens + next.ReplayedTokens,
                JudgedTokens = sum.JudgedTokens + next.JudgedTokens,
                ModelTime = sum.ModelTime + next.ModelTime,
                BusyTime = sum.BusyTime + next.BusyTime,
                RestoredTokens = sum.RestoredTokens + next.RestoredTokens,
                Outstanding = sum.Outstanding + next.Outstanding,
            });
}
