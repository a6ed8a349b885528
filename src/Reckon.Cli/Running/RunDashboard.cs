using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Api;
using Reckon.Api.Hosting;
using Reckon.Api.Security;
using Reckon.Cli.Client;
using Reckon.Cli.Dashboards;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Serving;
using Reckon.Dashboard.Hosting;
using Reckon.Worker;
using Serilog;

namespace Reckon.Cli.Running;

/// <summary>
/// The dashboard of a sweep that runs in this process, where it is asked for. It reads as every other one does, over the HTTP API, here with
/// a viewer's secret that nobody else knows: so nothing can be changed. It costs next to nothing while nobody looks.
/// </summary>
internal sealed class RunDashboard(RunRequest request, Terminal terminal) : IAsyncDisposable
{
    private const int RequestsPerSecond = 10_000; // All who look are one caller.
    private const int SecretBytes = 32;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private readonly string _listen = request.Settings.Options.Dashboard.Listen;
    private WebApplication? _app;
    private RunSources? _sources;

    private FolderSources Folder => new([request.OutFolder], request.Strategies, request.Inputs.Spec.Name);

    /// <summary>Serves the sweep that <paramref name="grains"/> reach, and says where.</summary>
    /// <exception cref="ClusterSettingException">Nothing can listen there.</exception>
    public async Task StartAsync(IGrainFactory grains, ILogger log, CancellationToken cancellationToken)
    {
        if (request.Dashboard == DashboardStay.None)
        {
            return;
        }

        DashboardAddress.CheckLoopback(_listen);
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes));
        var app = ApiServer.Build(
            new ApiOptions { Url = _listen, RequestsPerSecond = RequestsPerSecond },
            new CallerTokens([new ApiToken("", ApiRole.Viewer, ApiToken.DigestOf(secret))], isOpen: false),
            _ => new ClusterSweeps(grains, request.Strategies, ServedModels.None),
            builder => AddServices(builder, grains, log));
        _sources = new RunSources(new ApiSources(
            caller => new ApiClient(app.Urls.First(), caller, TimeProvider.System), secret, request.Strategies, TimeProvider.System));
        app.MapDashboard("", _sources);
        await ServeAsync(app, cancellationToken);
    }

    /// <summary>Shows what is in the folder from now on: the cluster may end.</summary>
    public void ShowFolder() => _sources?.Show(Folder);

    /// <summary>Serves on until it is interrupted, where that is asked for.</summary>
    public async Task StayAsync(CancellationToken cancellationToken)
    {
        if (request.Dashboard != DashboardStay.UntilStopped)
        {
            return;
        }

        if (_app is null)
        {
            DashboardAddress.CheckLoopback(_listen);
            await ServeAsync(DashboardApp.Build(_listen, Folder, Serilog.Core.Logger.None), cancellationToken);
        }

        await terminal.Error.WriteLineAsync("The dashboard stays; Ctrl-C ends it.");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _app, null) is not { } app)
        {
            return;
        }

        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Somebody still reads; nothing is lost.
        }

        await app.DisposeAsync();
    }

    private static void AddServices(IHostApplicationBuilder builder, IGrainFactory grains, ILogger log)
    {
        builder.Services.AddSerilog(log);
        builder.Services.AddSingleton(grains);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.AddDashboard();
    }

    private async Task ServeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException cause)
        {
            await app.DisposeAsync();
            throw DashboardAddress.Taken(_listen, cause);
        }

        _app = app;
        await terminal.Error.WriteLineAsync($"dashboard at {app.Urls.First()}/");
    }
}
