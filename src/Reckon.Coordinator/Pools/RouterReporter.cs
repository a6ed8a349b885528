using Microsoft.Extensions.Logging;
using Reckon.Contracts.Pools;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Pools;

/// <summary>Tells the pools what waits and what is in flight in this silo's routers.</summary>
internal sealed class RouterReporter(
    RouterRegistry routers, IGrainFactory grains, ILocalSiloDetails silo, TimeProvider time, ILogger<RouterReporter> logger)
    : PoolReporter(grains, time, logger)
{
    private readonly string _silo = silo.SiloAddress.ToParsableString();

    /// <inheritdoc/>
    protected override IEnumerable<(string Pool, Func<IPoolGrain, Task> Report)> Reports()
    {
        foreach (var (pool, load) in routers.Loads)
        {
            yield return (pool, grain => grain.ReportRouterAsync(new RouterReport(_silo, load.Waiting, load.InFlight)));
        }
    }
}
