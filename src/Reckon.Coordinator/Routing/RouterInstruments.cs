using System.Diagnostics.Metrics;

namespace Reckon.Coordinator.Routing;

/// <summary>
/// Shows what the routers of a silo hold and do, by pool, under the meter <see cref="MeterName"/>. All is read when it is asked for.
/// </summary>
internal sealed class RouterInstruments : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Reckon.Routing";

    private readonly Meter _meter = new(MeterName);
    private readonly Func<IEnumerable<IRouter>> _routers;

    /// <param name="routers">The routers that there are.</param>
    /// <param name="rows">Rows of the workers that serve a pool and take work.</param>
    public RouterInstruments(Func<IEnumerable<IRouter>> routers, Func<string, int> rows)
    {
        _routers = routers;
        Level(
            "reckon.router.waiting", "{child}", "Children that wait for a worker, or for a place in the queue.", router => router.Load.Waiting);
        Level("reckon.router.in_flight", "{child}", "Children at a worker; one with copies counts once.", router => router.Load.InFlight);
        Level("reckon.router.rows", "{row}", "Rows of the workers that take work, as the router sees them.", router => rows(router.Pool));
        Sum("reckon.router.calls", "{call}", "Calls to workers.", router => router.Counts.Calls);
        Sum(
            "reckon.router.copies", "{request}", "Requests that were late, or at a worker that gave no sign of life, and were sent again.",
            router => router.Counts.Copies);
        Sum(
            "reckon.router.returned", "{request}", "Requests that came back unserved: the worker was full, had failed or was lost.",
            router => router.Counts.Returned);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Level(string name, string unit, string description, Func<IRouter, int> value) =>
        _meter.CreateObservableGauge(name, () => Of(value), unit, description);

    private void Sum(string name, string unit, string description, Func<IRouter, long> value) =>
        _meter.CreateObservableCounter(name, () => Of(value), unit, description);

    private IEnumerable<Measurement<T>> Of<T>(Func<IRouter, T> value)
        where T : struct =>
        _routers().Select(router => new Measurement<T>(value(router), new KeyValuePair<string, object?>("pool", router.Pool)));
}
