using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Api.Paging;
using Reckon.Contracts.Clusters;
using Reckon.Contracts.Models;

namespace Reckon.Api.Models;

/// <summary>The models that the cluster's workers serve.</summary>
internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/models",
        async (IGrainFactory grains, TimeProvider time) =>
            ItemPages.Whole(time.GetUtcNow(), await grains.GetGrain<IClusterGrain>(0).GetModelsAsync()))
        .WithSummary("The models that some worker serves now.");
}
