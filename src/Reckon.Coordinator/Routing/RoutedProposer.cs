using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>The proposer that a pool's workers serve together.</summary>
internal sealed class RoutedProposer(ModelRouter<ExpandRequest, ProposeReply> router) : IProposer
{
    /// <inheritdoc/>
    public Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken) =>
        router.RouteAsync(request, request.Count, SearchName.Of(request.Prefix), cancellationToken);
}
