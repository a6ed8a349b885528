using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Api.Health;
using Reckon.Api.Metrics;

namespace Reckon.Api.Hosting;

/// <summary>Answers a supervisor and a collector of metrics for a process that serves nothing else over HTTP.</summary>
/// <param name="url">Where it listens.</param>
/// <param name="metrics">What is measured.</param>
/// <param name="isReady">Whether the process can serve now.</param>
/// <param name="drainAsync">Has it take nothing more, waits for what has begun, and says what was left; null where nothing is held.</param>
public sealed class StatusServer(
    string url, MetricCollector metrics, Func<bool> isReady, Func<CancellationToken, Task<int>>? drainAsync = null)
    : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false);
        ListenAddress.Apply(builder.WebHost, new ApiOptions { Url = url });
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapHealth(isReady, isReady);
        _app.MapMetrics(metrics);
        _app.MapDrain(drainAsync);
        return _app.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? default;

    // Signals are its host's.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
