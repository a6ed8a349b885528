using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>Shows what the routers of this silo hold, by pool, to the listeners of the meter <see cref="MeterName"/>.</summary>
internal sealed class RouterInstruments : IHostedService, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Reckon.Coordinator";

    private readonly Meter _meter = new(MeterName);
    private readonly RouterRegistry _routers;

    public RouterInstruments(RouterRegistry routers)
    {
        _routers = routers;
        Level("reckon.router.waiting", "Continuations that wait for a worker.", load => load.Waiting);
        Level("reckon.router.in_flight", "Continuations that workers hold.", load => load.InFlight);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Withdraws the figures.</summary>
    public void Dispose() => _meter.Dispose();

    private void Level(string name, string description, Func<RouterLoad, int> value) => _meter.CreateObservableGauge(
        name,
        () => _routers.All.Select(router => new Measurement<int>(value(router.Load), new KeyValuePair<string, object?>("pool", router.Pool))),
        "{child}", description);
}
