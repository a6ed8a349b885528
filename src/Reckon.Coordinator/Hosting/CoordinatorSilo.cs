using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Reckon.Contracts.Placement;
using Reckon.Coordinator.Nodes;
using Reckon.Coordinator.Pools;
using Reckon.Coordinator.Problems;
using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Stores;
using Reckon.Coordinator.Sweeps;
using Reckon.Coordinator.Telemetry;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Hosting;

/// <summary>Makes a silo a coordinator.</summary>
public static class CoordinatorSilo
{
    // Of grains. By default a million nodes that are gone would be remembered, at 400 bytes each.
    private const int MostRememberedPlaces = 1 << 16;

    private static readonly TimeSpan _nodeAge = TimeSpan.FromSeconds(10);

    /// <summary>Adds what the coordinator's grains need: stores, routers, the catalog of workers, and the figures of the pools.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="strategies">The strategies that sweeps may use here.</param>
    public static ISiloBuilder AddCoordinator(this ISiloBuilder silo, StrategyRegistry strategies)
    {
        var services = silo.Services;
        services.AddSingleton(strategies);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPlacementDirector<PinnedToSilo, PinnedToSiloDirector>();
        services.AddPlacementDirector<OnCallersSilo, OnCallersSiloDirector>();
        services.AddGrainDirectory(EmptyGrainDirectory.Name, static (_, _) => new EmptyGrainDirectory());
        services.AddOptions<CoordinatorOptions>().Validate(IsValid, "A coordinator option is out of its range.").ValidateOnStart();
        services.AddOptions<RouterOptions>().Validate(IsValid, "A router option is out of its range.").ValidateOnStart();
        services.Configure<GrainCollectionOptions>(ReleaseNodesSoon);
        services.Configure<GrainDirectoryOptions>(directory => directory.CacheSize = MostRememberedPlaces);
        services.AddSingleton<SweepPlans>();
        services.AddSingleton<SweepInstruments>();
        AddStores(services);
        services.AddSingleton<WorkerCatalog>();
        services.AddSingleton<IWorkerCatalog>(provider => provider.GetRequiredService<WorkerCatalog>());
        services.AddHostedService(provider => provider.GetRequiredService<WorkerCatalog>());
        services.AddSingleton<RouterRegistry>();
        services.AddSingleton(provider => OpenNodes.On(
            provider.GetRequiredKeyedService<IGrainStorage>(CoordinatorNames.RepeatableState),
            provider.GetRequiredService<RouterRegistry>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<NodeIds>();
        services.AddHostedService<SweepKeeper>();
        services.AddHostedService<WorkerPulse>();
        services.AddSingleton<SiloInquiry>();
        services.AddHostedService<ClusterInstruments>();
        services.AddSingleton<PoolFigures>();
        services.AddSingleton<PoolLoads>();
        services.AddSingleton<SiloList>();
        return silo;
    }

    // A node takes 6 to 10 kB. Its problem remembers what it answered and asks it again for more children alone, mostly at once.
    private static void ReleaseNodesSoon(GrainCollectionOptions collection)
    {
        collection.CollectionQuantum = _nodeAge / 2;
        collection.ClassSpecificCollectionAge[typeof(SearchNodeGrain).FullName!] = _nodeAge;
    }

    private static void AddStores(IServiceCollection services)
    {
        services.AddSingleton<OutcomeStore>();
        services.AddSingleton<TreesStore>();
        services.AddSingleton<ProblemChunks>();
        services.AddSingleton<SubmissionStore>();
        services.AddSingleton<SweepIndex>();
        services.AddSingleton<SweepLog>();
        services.AddSingleton<StoreProbe>();
        services.AddSingleton<SweepRecords>();
    }

    private static bool IsValid(object options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), validationResults: null, validateAllProperties: true);
}
