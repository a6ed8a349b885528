using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing;

/// <summary>Requests whose owner and kind do not matter.</summary>
internal static class RouterKit
{
    public static Task<string> RouteAsync(
        this ModelRouter<int, string> router, int request, int weight, string search, CancellationToken cancellationToken) =>
        router.RouteAsync(request, new Demand(weight, search), cancellationToken);
}
