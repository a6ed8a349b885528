using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reckon.Contracts.Placement;

namespace Reckon.Worker;

/// <summary>Makes a silo the owner of a device.</summary>
public static class WorkerSilo
{
    /// <summary>Adds what the worker grain needs; from now on the silo owns <paramref name="engines"/>.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="engines">The engines of its device.</param>
    /// <param name="models">What it tells of their models.</param>
    public static ISiloBuilder AddWorker(this ISiloBuilder silo, DeviceEngines engines, ServedModels models)
    {
        var services = silo.Services;
        services.AddSingleton(models);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPlacementDirector<PinnedToSilo, PinnedToSiloDirector>();
        services.AddSingleton(_ => engines); // By a factory, so that the silo disposes of them at its end.
        services.AddHostedService<WorkerReporter>();
        return silo;
    }
}
