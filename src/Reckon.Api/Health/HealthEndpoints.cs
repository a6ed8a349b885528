using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reckon.Api.Health;

/// <summary>
/// What a supervisor asks a process: <c>live</c> (does it answer; asks nothing of others), <c>startup</c> (has it begun to serve),
/// <c>ready</c> (can it serve now).
/// </summary>
public static class HealthEndpoints
{
    /// <summary>Adds them.</summary>
    /// <param name="routes">The application.</param>
    /// <param name="hasStarted">Whether it has begun to serve.</param>
    /// <param name="isReady">Whether it can serve now.</param>
    public static void MapHealth(this IEndpointRouteBuilder routes, Func<bool> hasStarted, Func<bool> isReady)
    {
        var group = routes.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/live", () => Results.Text("live\n"));
        group.MapGet("/startup", () => Answer(hasStarted(), "started"));
        group.MapGet("/ready", () => Answer(isReady(), "ready"));
    }

    private static IResult Answer(bool isSo, string word) =>
        Results.Text(isSo ? $"{word}\n" : $"not {word}\n", statusCode: isSo ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
