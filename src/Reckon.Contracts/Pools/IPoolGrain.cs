using Orleans.Concurrency;

namespace Reckon.Contracts.Pools;

/// <summary>Adds up what routers and workers of one model report. Key: the pool. Keeps nothing that must survive.</summary>
[Alias("reckon.pool")]
public interface IPoolGrain : IGrainWithStringKey
{
    /// <summary>A router's figures now; they count until the next report, or until they are too old.</summary>
    [Alias("report-router")]
    Task ReportRouterAsync(RouterReport report);

    /// <summary>A worker's figures now; they count until the next report, or until they are too old.</summary>
    [Alias("report-worker")]
    Task ReportWorkerAsync(WorkerReport report);

    /// <summary>The totals now.</summary>
    [Alias("status"), ReadOnly, AlwaysInterleave]
    Task<PoolStatus> GetStatusAsync();
}
