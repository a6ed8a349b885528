using Microsoft.Extensions.DependencyInjection;
using Orleans.GrainDirectory;
using Orleans.Storage;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Placement;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Nodes;

/// <summary>The place of one <see cref="SavedNode"/>.</summary>
[OnCallersSilo, GrainDirectory(EmptyGrainDirectory.Name)]
internal sealed class SearchNodeGrain : Grain, ISearchNodeGrain
{
    private readonly SavedNode _node;

    public SearchNodeGrain(
        [FromKeyedServices(CoordinatorNames.RepeatableState)] IGrainStorage store, RouterRegistry routers) =>
        _node = new SavedNode(store, this.GetGrainId(), routers.Proposer, routers.Verifier);

    /// <inheritdoc/>
    public Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken = default) =>
        _node.ExpandAsync(request, cancellationToken);
}
