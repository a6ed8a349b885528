using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;
using Orleans.Serialization;
using Reckon.Contracts;

namespace Reckon.Coordinator;

/// <summary>Makes a silo a coordinator.</summary>
public static class CoordinatorSilo
{
    /// <summary>Adds the coordinator's grains' needs: routers, the catalog of workers, and the figures that they report.</summary>
    public static ISiloBuilder AddCoordinator(this ISiloBuilder silo)
    {
        var services = silo.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSerializer(serializer => serializer.AddReckonTypes());
        services.AddPlacementDirector<PinnedToSilo, PinnedToSiloDirector>();
        services.AddOptions<CoordinatorOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RouterOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WorkerCatalog>();
        services.AddSingleton<IWorkerCatalog>(provider => provider.GetRequiredService<WorkerCatalog>());
        services.AddHostedService(provider => provider.GetRequiredService<WorkerCatalog>());
        services.AddSingleton<RouterRegistry>();
        services.AddHostedService<RouterReporter>();
        return silo;
    }
}
