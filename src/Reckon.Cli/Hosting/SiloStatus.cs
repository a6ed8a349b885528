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
    /// <param name="services">The silo's.</param>
    /// <param name="url">Where it listens; null for nowhere.</param>
    /// <param name="grace">How long what has begun may be finished when it is drained.</param>
    public static void Add(IServiceCollection services, string? url, TimeSpan grace)
    {
        if (url is null)
        {
            return;
        }

        services.AddSingleton<MetricCollector>();
        services.AddHostedService(provider => new StatusServer(
            url, provider.GetRequiredService<MetricCollector>(), () => IsReady(provider), DrainOf(provider, grace)));
    }

    // Once begun it goes on, whether or not who asked still waits.
    private static Func<CancellationToken, Task<int>>? DrainOf(IServiceProvider provider, TimeSpan grace) =>
        provider.GetService<WorkerDrain>() is { } drain ? gone => drain.DrainAsync(grace, CancellationToken.None).WaitAsync(gone) : null;

    private static bool IsReady(IServiceProvider provider) =>
        provider.GetRequiredService<ISiloStatusOracle>().CurrentStatus == Orleans.Runtime.SiloStatus.Active
        && provider.GetService<WorkerDevices>()?.All.Any(device => device.IsDraining) != true
        && !provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;
}
