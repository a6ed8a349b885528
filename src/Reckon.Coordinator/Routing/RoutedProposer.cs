using System.Numerics;
using Reckon.Coordinator.Routing.Queues;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>The proposer that a pool's workers serve together.</summary>
internal sealed class RoutedProposer(ModelRouter<DrawRequest, DrawReply> router) : IDrawer
{
    /// <inheritdoc/>
    public async Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken) =>
        (await router.RouteAsync(new DrawRequest(request, VerifierPool: null), DemandOf(request), cancellationToken)).Drawn;

    /// <inheritdoc/>
    public Task<DrawReply> DrawAsync(ExpandRequest request, string verifierPool, CancellationToken cancellationToken) =>
        router.RouteAsync(new DrawRequest(request, verifierPool), DemandOf(request), cancellationToken);

    // A whole answer takes many times as long as a step.
    private static Demand DemandOf(ExpandRequest request) => new(request.Count, SearchName.Of(request.Prefix))
    {
        Owner = request.Prefix.Owner,
        Priority = request.Prefix.Priority,
        Kind = BitOperations.Log2((uint)request.Extent.MaxSteps),
    };
}
