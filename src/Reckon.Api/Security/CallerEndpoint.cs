using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reckon.Api.Security;

/// <summary>Tells callers who they are, so that a client offers them only what they may do.</summary>
internal static class CallerEndpoint
{
    public static void MapCaller(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/caller",
        (ClaimsPrincipal user) => new CallerView(
            user.Identity!.Name!, user.IsInRole($"{ApiRole.Operator}") ? ApiRole.Operator : ApiRole.Viewer))
        .WithSummary("Who calls, and what they may do.");
}
