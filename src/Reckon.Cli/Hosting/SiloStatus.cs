using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;
using Reckon.Api.Hosting;
using Reckon.Api.Metrics;
using Reckon.Worker;

namespace Reckon.Cli.Hosting;

/// <summary>Has a silo say over HTTP whether it serves, and what it measures.</summary>
internal static class SiloStatus
{
    /// <summary>Adds that, at <paramref name="url"/>; nothing where it is null.</summary>
    public static void Add(IServiceCollection services, string? url)
    {
        if (url is null)
        {
            return;
        }

        services.AddSingleton<MetricCollector>();
        services.AddHostedService(provider => new StatusServer(
            url, provider.GetRequiredService<MetricCollector>(), () => IsReady(provider)));
    }

    private static bool IsReady(IServiceProvider provider) =>
        provider.GetRequiredService<ISiloStatusOracle>().CurrentStatus == Orleans.Runtime.SiloStatus.Active
        && provider.GetService<WorkerDevices>()?.All.Any(device => device.IsDraining) != true
        && !provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;
}
