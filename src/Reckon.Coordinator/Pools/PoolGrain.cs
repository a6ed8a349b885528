using Reckon.Contracts.Pools;

namespace Reckon.Coordinator.Pools;

/// <summary>The totals of one pool, in memory: after a loss the next reports fill them again.</summary>
internal sealed class PoolGrain(TimeProvider time) : Grain, IPoolGrain
{
    // Three reports may be lost before their sender counts as gone.
    private static readonly TimeSpan _maxReportAge = 4 * PoolReporter.Interval;

    private readonly PoolTotals _totals = new(_maxReportAge);

    /// <inheritdoc/>
    public Task ReportRouterAsync(RouterReport report)
    {
        _totals.Add(report, time.GetUtcNow());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReportWorkerAsync(WorkerReport report)
    {
        _totals.Add(report, time.GetUtcNow());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PoolStatus> GetStatusAsync() => Task.FromResult(_totals.At(time.GetUtcNow()));
}
