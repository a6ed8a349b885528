using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime.Hosting;
using Reckon.Contracts.Placement;

namespace Reckon.Worker;

/// <summary>Makes a silo the owner of a device.</summary>
public static class WorkerSilo
{
    /// <summary>Adds what the worker grain needs; from now on the silo owns <paramref name="engines"/>.</summary>
    public static ISiloBuilder AddWorker(this ISiloBuilder silo, DeviceEngines engines)
    {
        var services = silo.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddPlacementDirector<PinnedToSilo, PinnedToSiloDirector>();
        services.AddPlacementDirector<OnCallersSilo, OnCallersSiloDirector>();
        services.AddGrainDirectory(EmptyGrainDirectory.Name, static (_, _) => new EmptyGrainDirectory());
        services.AddSingleton(_ => engines); // By a factory, so that the silo disposes of them at its end.
        services.AddHostedService<WorkerReporter>();
        return silo;
    }
}
