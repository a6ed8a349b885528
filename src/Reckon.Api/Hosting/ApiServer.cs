using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Api.Faults;
using Reckon.Api.Health;
using Reckon.Api.Limits;
using Reckon.Api.Metrics;
using Reckon.Api.Models;
using Reckon.Api.Pools;
using Reckon.Api.Security;
using Reckon.Api.Streaming;
using Reckon.Api.Sweeps;
using Reckon.Api.Versions;

namespace Reckon.Api.Hosting;

/// <summary>Builds the HTTP API: a client of the cluster that people and programs talk to.</summary>
public static class ApiServer
{
    private const long Megabyte = 1 << 20;

    private static readonly TimeSpan _graceOfRate = TimeSpan.FromSeconds(5); // A connection may pause for so long.

    /// <summary>The API. What it needs of the surroundings is added by <paramref name="addServices"/>.</summary>
    /// <param name="options">Where it listens, and its limits.</param>
    /// <param name="tokens">Who may call.</param>
    /// <param name="preparation">Reads sweeps that are handed in.</param>
    /// <param name="addServices">Adds the cluster's client, and the log.</param>
    public static WebApplication Build(
        ApiOptions options, CallerTokens tokens, Func<IServiceProvider, ISweepPreparation> preparation,
        Action<IHostApplicationBuilder> addServices)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(kestrel => Limit(kestrel, options));
        ListenAddress.Apply(builder.WebHost, options);
        var services = builder.Services;
        services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true); // It answers while it looks for the cluster.
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(tokens);
        services.AddSingleton(preparation);
        services.AddSingleton(ApiVersions.Supported);
        services.AddSingleton<ClusterConnection>();
        services.AddSingleton<SweepFeeds>();
        services.AddSingleton<ClusterFeed>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<SummaryMaker>();
        services.AddSingleton(provider => new SummaryCache(
            provider.GetRequiredService<SummaryMaker>().MakeAsync, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MetricCollector>();
        AddWeb(services, options);
        addServices(builder);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, ApiOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxBodyMegabytes * Megabyte;
        kestrel.Limits.RequestHeadersTimeout = options.HeaderTimeout;
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(options.MinBytesPerSecond, _graceOfRate);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(options.MinBytesPerSecond, _graceOfRate);
    }

    private static void AddWeb(IServiceCollection services, ApiOptions options)
    {
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // Else nobody is told which value is wrong.
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // Nothing is protected, so no keys are kept on the disk.
        services.AddRequestDecompression();
        services.AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        services.AddAuthentication(BearerHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Read, policy => policy.RequireRole($"{ApiRole.Viewer}", $"{ApiRole.Operator}"))
            .AddPolicy(Policies.Operate, policy => policy.RequireRole($"{ApiRole.Operator}"));
        services.AddRateLimiter(limiter => RateLimits.Set(limiter, options));
        services.AddOpenApi("v1");
        services.ConfigureHttpJsonOptions(json => Set(json.SerializerOptions));
    }

    // A name that is not known is a fault: it would be ignored, and the caller would think that it had an effect.
    private static void Set(JsonSerializerOptions json) =>
        ApiJson.Written(json).UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(unanswered => ProblemWriter.WriteAsync(unanswered.HttpContext));
        app.UseVersions();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter(); // Before it is said who may: guesses of a secret count, too.
        app.UseAuthorization();
        app.UseRequestDecompression();
        var connection = app.Services.GetRequiredService<ClusterConnection>();
        app.MapHealth(() => connection.IsUp, () => connection.IsUp);
        app.MapMetrics(app.Services.GetRequiredService<MetricCollector>()).RequireAuthorization(Policies.Read);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var v1 = app.MapGroup("/v1").RequireAuthorization(Policies.Read);
        v1.MapCaller();
        v1.MapModels();
        v1.MapPools();
        v1.MapSweeps();
    }
}
