using Microsoft.Extensions.Logging;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Worker;

/// <summary>Reports to the pools what this device has done and how full it is.</summary>
internal sealed class WorkerReporter(
    DeviceEngines engines, IGrainFactory grains, ILocalSiloDetails silo, TimeProvider time, ILogger<WorkerReporter> logger)
    : PoolReporter(grains, time, logger)
{
    private readonly string _worker = WorkerKey.Of(silo.SiloAddress).ToString();

    /// <inheritdoc/>
    protected override IEnumerable<(string Pool, Func<IPoolGrain, Task> Report)> Reports()
    {
        foreach (var (pool, report) in engines.Reports(_worker))
        {
            yield return (pool, grain => grain.ReportWorkerAsync(report));
        }
    }
}
