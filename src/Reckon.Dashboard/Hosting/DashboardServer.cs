using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>Puts the dashboard into a web server.</summary>
public static class DashboardServer
{
    /// <summary>Adds what the dashboard needs.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<LiveParts>();
        return services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
    }

    /// <summary>Serves the dashboard below <paramref name="prefix"/>, such as <c>/dashboard</c>; empty for the whole server.</summary>
    public static void MapDashboard(this WebApplication app, string prefix, ISweepSources sources)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal),
            branch => branch.UseResponseCompression());
        var pages = app.MapGroup(prefix).AllowAnonymous().ExcludeFromDescription(); // The source asks callers for their token.
        var handler = new PageHandler(prefix, sources);
        pages.MapGet("/assets/{**name}", (string name, HttpContext http) => Asset(name, http));
        pages.MapSweepPages(handler);
        pages.MapProblemPages(handler);
        pages.MapActPages(handler);
        pages.MapSignInPages(handler, sources);
        if (prefix.Length > 0)
        {
            app.MapGet("/", () => Results.Redirect($"{prefix[1..]}/")).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static IResult Asset(string name, HttpContext http)
    {
        PageGuard.Protect(http.Response);
        if (DashboardAssets.Find(name) is not var (bytes, type))
        {
            return Results.NotFound();
        }

        // Addresses that pages write carry the assets' stamp; those of fonts, in a style sheet, do not.
        http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=86400";
        return Results.Bytes(bytes, type);
    }
}
