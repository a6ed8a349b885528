using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reckon.Api.Health;

/// <summary>
/// <c>/drain</c>: has a process take no new work, and answers when it holds none. It does not end; what asked for it stops it. Also by GET,
/// which is all that a kubelet sends. There is no way back.
/// </summary>
public static class DrainEndpoint
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Adds it.</summary>
    /// <param name="routes">The application.</param>
    /// <param name="drainAsync">Drains, and returns how much was given back unfinished; null where nothing is held.</param>
    public static void MapDrain(this IEndpointRouteBuilder routes, Func<CancellationToken, Task<int>>? drainAsync) =>
        routes.MapMethods("/drain", _methods, async (CancellationToken gone) =>
        {
            var left = drainAsync is null ? 0 : await drainAsync(gone);
            return Results.Text(string.Create(CultureInfo.InvariantCulture, $"drained; given back unfinished: {left}\n"));
        }).ExcludeFromDescription();
}
