using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Pools;

/// <summary>
/// Shows how many silos the cluster has, as this one sees it, under the meter <see cref="MeterName"/>. Where silos do not agree for long, some
/// of them cannot be reached by the others.
/// </summary>
internal sealed class ClusterInstruments(SiloInquiry silos) : IHostedService, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Reckon.Cluster";

    private readonly Meter _meter = new(MeterName);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meter.CreateObservableGauge("reckon.cluster.silos", Count, "{silo}", "Silos that are active, by role.");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Count() =>
    [
        new(silos.Active(IRoutersGrain.GrainType).Count(), new KeyValuePair<string, object?>("role", "coordinator")),
        new(silos.Active(WorkerKey.GrainType).Count(), new KeyValuePair<string, object?>("role", "worker")),
    ];
}
