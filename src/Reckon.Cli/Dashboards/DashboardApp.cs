using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Cli.Hosting;
using Reckon.Dashboard.Hosting;
using Reckon.Dashboard.Sources;
using Serilog;

namespace Reckon.Cli.Dashboards;

/// <summary>A web server with the dashboard and nothing else.</summary>
internal static class DashboardApp
{
    /// <summary>One that shows <paramref name="sources"/> at <paramref name="listen"/>.</summary>
    public static WebApplication Build(string listen, ISweepSources sources, ILogger log)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(listen);
        builder.Services.AddSerilog(log);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.AddRouting();
        builder.Services.AddAuthorization();
        builder.Services.AddDashboard();
        var app = builder.Build();
        app.UseRouting();
        app.MapDashboard("", sources);
        return app;
    }
}
