using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reckon.Api.Faults;

namespace Reckon.Api.Versions;

/// <summary>Tells every client which versions there are, and refuses one that speaks another.</summary>
internal static class VersionCheck
{
    public static void UseVersions(this WebApplication app)
    {
        var versions = app.Services.GetRequiredService<ApiVersions>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[ApiVersions.ServerHeader] = $"{versions}";
                return Task.CompletedTask;
            });
            return versions.Fault(context.Request.Headers[ApiVersions.ClientHeader].FirstOrDefault()) is var (title, detail)
                ? ProblemWriter.WriteAsync(context, StatusCodes.Status400BadRequest, title, detail)
                : next(context);
        });
    }
}
