using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Contracts.Versions;
using Reckon.Coordinator.Hosting;
using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.Worker;
using Serilog;

namespace Reckon.Cli.Hosting;

/// <summary>Builds a silo with its roles. Every way to run Reckon uses it.</summary>
internal static class SiloHost
{
    private static readonly TimeSpan _idleNodeAge = TimeSpan.FromMinutes(2);

    /// <summary>
    /// A silo with <paramref name="roles"/>; a worker needs and owns <paramref name="devices"/>; a coordinator
    /// runs <paramref name="strategies"/>. What a worker tells of its models is in <paramref name="models"/>. <paramref name="more"/>
    /// configures it further, for a test or a measurement.
    /// </summary>
    public static IHost Build(
        SiloSettings settings, SiloRoles roles, IReadOnlyList<DeviceEngines> devices, ReckonOptions options, StrategyRegistry strategies,
        Serilog.ILogger log, Action<ISiloBuilder>? more = null, ServedModels? models = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSerilog(log);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Cluster.Grace);
        SiloStatus.Add(builder.Services, options.Cluster.StatusUrl, options.Cluster.Grace);
        TelemetryExport.Add(builder.Services, options.Telemetry.Otlp, NameOf(roles));
        builder.UseOrleans(silo =>
        {
            Configure(silo, settings, roles, options);
            AddRoles(silo, settings, roles, devices, models ?? ServedModels.None, options, strategies);
            more?.Invoke(silo);
        });
        return builder.Build();
    }

    private static string NameOf(SiloRoles roles) => roles.HasFlag(SiloRoles.Coordinator) ? "coordinator" : "worker";

    // What a silo hosts is decided by the grain classes that it registers; placement follows from that.
    private static void AddRoles(
        ISiloBuilder silo, SiloSettings settings, SiloRoles roles, IReadOnlyList<DeviceEngines> devices, ServedModels models,
        ReckonOptions options, StrategyRegistry strategies)
    {
        if (roles.HasFlag(SiloRoles.Coordinator))
        {
            silo.UseRedisState(
                settings.Redis, options.Cluster.NodeLifetime == TimeSpan.Zero ? null : options.Cluster.NodeLifetime);
            silo.AddCoordinator(strategies);
            silo.Services.Configure<CoordinatorOptions>(target => Copy(options.Coordinator, target));
            silo.Services.Configure<RouterOptions>(target => Copy(options.Router, target));
        }
        else
        {
            Exclude(silo, typeof(CoordinatorSilo).Assembly);
        }

        if (roles.HasFlag(SiloRoles.Worker))
        {
            silo.AddWorker(models, devices);
        }
        else
        {
            Exclude(silo, typeof(WorkerSilo).Assembly);
        }
    }

    // Every property, including those added later.
    private static void Copy<T>(T source, T target)
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(target, property.GetValue(source));
        }
    }

    private static void Exclude(ISiloBuilder silo, Assembly assembly) =>
        silo.Services.Configure<GrainTypeOptions>(types => types.Classes.RemoveWhere(type => type.Assembly == assembly));

    private static void Configure(ISiloBuilder silo, SiloSettings settings, SiloRoles roles, ReckonOptions options)
    {
        var name = new MemberName(
            NameOf(roles), $"{settings.Address}:{settings.SiloPort}", ContractVersion.Current, ProgramVersion.Text);
        silo.Configure<SiloOptions>(target => target.SiloName = $"{name}");
        silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (SiloSettings.ServiceId, settings.ClusterId));
        silo.ConfigureEndpoints(settings.Address, settings.SiloPort, settings.GatewayPort);
        silo.UseRedisMembership(settings.Redis, keepsCopy: roles.HasFlag(SiloRoles.Coordinator));
        if (options.Telemetry.Otlp is not null)
        {
            silo.AddActivityPropagation();
        }

        silo.Configure<ClusterMembershipOptions>(membership => Configure(membership, options.Membership));
        silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = _idleNodeAge);
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.CancelRequestOnTimeout = true;
            messaging.MaxEnqueuedRequestsHardLimit = 5_000;
            messaging.MaxRequestProcessingTime = TimeSpan.FromMinutes(10);
        });
    }

    private static void Configure(ClusterMembershipOptions target, MembershipSettings settings)
    {
        target.ProbeTimeout = settings.ProbeTimeout;
        target.MaxProbeTimeout = settings.MaxProbeTimeout;
        target.NumMissedProbesLimit = settings.MissedProbes;
        target.NumVotesForDeathDeclaration = settings.Votes;
        target.TableRefreshTimeout = settings.TableRefresh;
        target.IAmAliveTablePublishTimeout = settings.AliveInterval;
        target.EvictWhenMaxJoinAttemptTimeExceeded = false; // By two clocks: a silo whose clock is late would never get in.
    }
}
