using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reckon.Api.Metrics;

/// <summary>Hands out what was measured, for Prometheus.</summary>
public static class MetricEndpoint
{
    private const string Type = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Adds <c>/metrics</c>.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder routes, MetricCollector collector) =>
        routes.MapGet("/metrics", () => Results.Text(collector.Text(), Type)).ExcludeFromDescription();
}
