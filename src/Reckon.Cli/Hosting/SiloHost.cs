using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Reckon.Contracts;
using Reckon.Coordinator;
using Reckon.Storage;
using Reckon.Worker;
using Serilog;

namespace Reckon.Cli;

/// <summary>Builds a silo with the roles that it is to play. Every way to run Reckon goes through here.</summary>
internal static class SiloHost
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan IdleNodeAge = TimeSpan.FromMinutes(2);

    /// <summary>A silo that is a coordinator, a worker when it is given <paramref name="engines"/>, or both.</summary>
    public static IHost Build(
        SiloSettings settings, Func<IServiceProvider, DeviceEngines>? engines, CoordinatorOptions options, Serilog.ILogger log)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Services.AddSerilog(log);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.UseOrleans(silo =>
        {
            Configure(silo, settings);
            silo.AddCoordinator();
            silo.Services.Configure<CoordinatorOptions>(target => target.MaxProblemsRunning = options.MaxProblemsRunning);
            if (engines is not null)
            {
                silo.AddWorker(engines);
            }
        });
        return builder.Build();
    }

    private static void Configure(ISiloBuilder silo, SiloSettings settings)
    {
        silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (SiloSettings.ServiceId, settings.ClusterId));
        silo.ConfigureEndpoints(settings.Address, settings.SiloPort, settings.GatewayPort);
        silo.UseRedis(settings.Redis);
        silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = IdleNodeAge);
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.CancelRequestOnTimeout = true;
            messaging.MaxEnqueuedRequestsHardLimit = 5_000;
            messaging.MaxRequestProcessingTime = TimeSpan.FromMinutes(10);
        });
    }
}
