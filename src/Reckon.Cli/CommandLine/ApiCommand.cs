using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Api;
using Reckon.Api.Hosting;
using Reckon.Api.Security;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Dashboards;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Serving;
using Reckon.Dashboard.Hosting;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Search.Strategies;
using Reckon.Worker;
using Serilog;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon api --redis HOST:PORT --tokens FILE</c></summary>
internal static class ApiCommand
{
    public const string Name = "api";

    private const string DashboardPath = "/dashboard";
    private const long MaxTokenBytes = 1 << 20;

    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var command = new Command(Name, "Serve the HTTP API of a cluster until it is asked to stop.");
        var flags = SettingFlags.Of(
            command, environment, FlagGroups.Strategies | FlagGroups.Cluster | FlagGroups.Process | FlagGroups.Api);
        var attached = StopSignal.AddAttachedOption(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var stop = StopSignal.Listen(arguments.GetValue(attached), TimeProvider.System, cancellationToken);
            return await RunAsync(flags.Load(arguments, terminal), terminal, stop.Token);
        });
        return command;
    }

    private static async Task<int> RunAsync(EffectiveSettings? settings, Terminal terminal, CancellationToken stop)
    {
        if (settings is null || PluginStrategies.Load(settings, terminal) is not { } strategies)
        {
            return ExitCode.Usage;
        }

        var options = settings.Options;
        if (ListenAddress.Fault(options.Api) is var (message, remedy))
        {
            throw new ClusterSettingException($"{message}. {remedy}.");
        }

        var (tokens, models) = (TokensOf(options.Api), KnownModels.Read(options.Api));
        if (tokens is Validated<ImmutableArray<ApiToken>>.Valid(var callers) && models is Validated<ServedModels>.Valid(var known))
        {
            return await ServeAsync(options, new CallerTokens(callers, options.Api.Open), known, strategies, terminal, stop);
        }

        FaultLines.Write(terminal, [.. FaultsOf(tokens), .. FaultsOf(models)]);
        return ExitCode.Usage;
    }

    private static async Task<int> ServeAsync(
        ReckonOptions options, CallerTokens tokens, ServedModels models, StrategyRegistry strategies, Terminal terminal, CancellationToken stop)
    {
        var redis = options.Cluster.Redis ?? throw ClusterSettingException.NoRedis();
        await using var log = ServerLog.Open(options.Log, $"{Name} {options.Api.Url}");
        var said = ServerLog.TerminalOf(options.Log, log, terminal);
        await StoreWait.UntilJoinableAsync(redis, options.Cluster.Id, said, stop);
        await using var app = ApiServer.Build(
            options.Api, tokens,
            services => new ClusterSweeps(services.GetRequiredService<IGrainFactory>(), strategies, models),
            builder => AddServices(builder, options, redis, log));
        app.MapDashboard(DashboardPath, DashboardSources(options.Api, strategies));
        return await ServerProcess.RunAsync(
            app, $"{Name} at {options.Api.Url}, cluster {options.Cluster.Id}", options.Cluster.Grace, said, stop);
    }

    // The dashboard reads as every other client does, with the token of whoever looks.
    private static ApiSources DashboardSources(ApiOptions api, StrategyRegistry strategies)
    {
        var address = new UriBuilder(api.Url);
        address.Host = address.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        var certificate = api.Certificate is { } path ? X509Certificate2.CreateFromPemFile(path) : null;
        return new ApiSources(
            caller => new ApiClient($"{address.Uri}", caller, TimeProvider.System, certificate), secret: null, strategies, TimeProvider.System);
    }

    private static void AddServices(IHostApplicationBuilder builder, ReckonOptions options, string redis, ILogger log)
    {
        builder.Services.AddSerilog(log);
        builder.Services.AddDashboard();
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.AddClusterClient(options.Cluster.Id, redis, options.Api.CallTimeout);
        builder.Services.AddHostedService<ConnectionWatch>();
        TelemetryExport.Add(builder.Services, options.Telemetry.Otlp, Name);
    }

    private static ImmutableArray<Diagnostic> FaultsOf<T>(Validated<T> result) => result is Validated<T>.Invalid(var faults) ? faults : [];

    private static Validated<ImmutableArray<ApiToken>> TokensOf(ApiOptions api) => api.Tokens is { } path
        ? DiskFiles.Read(path, MaxTokenBytes).Then(bytes => TokenFile.Read(System.Text.Encoding.UTF8.GetString(bytes), path))
        : new Validated<ImmutableArray<ApiToken>>.Valid([]);
}
