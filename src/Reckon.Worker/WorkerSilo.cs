using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime.Hosting;
using Reckon.Contracts.Placement;

namespace Reckon.Worker;

/// <summary>Makes a silo the owner of one or more devices.</summary>
public static class WorkerSilo
{
    /// <summary>Adds what the worker grains need, one for each device; from now on the silo owns the devices.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="models">What it tells of its models.</param>
    /// <param name="devices">The engines of each device.</param>
    public static ISiloBuilder AddWorker(this ISiloBuilder silo, ServedModels models, params IReadOnlyList<DeviceEngines> devices)
    {
        var services = silo.Services;
        services.AddSingleton(models);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPlacementDirector<PinnedToSilo, PinnedToSiloDirector>();
        services.AddPlacementDirector<OnCallersSilo, OnCallersSiloDirector>();
        services.AddGrainDirectory(EmptyGrainDirectory.Name, static (_, _) => new EmptyGrainDirectory());
        services.AddSingleton(_ => new WorkerDevices(devices)); // By a factory, so that the silo disposes of them at its end.
        services.AddSingleton<WorkerDrain>();
        return silo;
    }
}
