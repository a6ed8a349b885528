using Orleans.GrainDirectory;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Placement;

namespace Reckon.Coordinator.Nodes;

/// <summary>Reaches one node from elsewhere. Problems ask the nodes of their silo without a grain between: see <see cref="OpenNodes"/>.</summary>
[OnCallersSilo, GrainDirectory(EmptyGrainDirectory.Name)]
internal sealed class SearchNodeGrain(OpenNodes nodes) : Grain, ISearchNodeGrain
{
    /// <inheritdoc/>
    public Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken = default) =>
        nodes.ExpandAsync(this.GetGrainId(), request, cancellationToken);
}
