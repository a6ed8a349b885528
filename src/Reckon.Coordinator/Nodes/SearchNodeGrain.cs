using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Reckon.Contracts.Nodes;
using Reckon.Coordinator.Routing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Nodes;

/// <summary>
/// One expanded prefix. It draws what it has not drawn yet, saves it, and answers from memory or from the store ever after. It
/// asks the store by itself, and not at its activation: most nodes continue a prefix that was drawn a moment ago, and there is nothing to read.
/// </summary>
[Orleans.Placement.PreferLocalPlacement]
internal sealed class SearchNodeGrain(
    [FromKeyedServices(CoordinatorNames.RepeatableState)] IGrainStorage store,
    RouterRegistry routers) : Grain, ISearchNodeGrain
{
    private const string StateName = "node";
    private readonly GrainState<NodeState> _saved = new(new NodeState());
    private bool _isRead;

    private NodeState State => _saved.State!; // Never set to null here or by the store.

    /// <inheritdoc/>
    public async Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken = default)
    {
        if (!_isRead && !request.IsNew)
        {
            await store.ReadStateAsync(StateName, this.GetGrainId(), _saved);
        }

        _isRead = true;
        var wanted = request.Request;
        int? firstDrawn = null;
        if (NodeChildren.Find(State, wanted.Extent, wanted.FirstChild, wanted.Count) is null)
        {
            firstDrawn = NodeChildren.Known(State);
            await DrawAsync(request, cancellationToken);
        }

        var children = NodeChildren.Find(State, wanted.Extent, wanted.FirstChild, wanted.Count)!.Value;
        return new NodeExpanded(new ExpandReply(children, State.PromptTokens, State.VerifierPromptTokens), firstDrawn);
    }

    private async Task DrawAsync(ExpandNode request, CancellationToken cancellationToken)
    {
        var wanted = request.Request;
        var drawn = NodeChildren.Count(State, wanted.Extent);
        var missing = wanted with { FirstChild = drawn, Count = wanted.FirstChild + wanted.Count - drawn };
        var expander = new ProposeThenJudge(routers.Proposer(request.ProposerPool), routers.Verifier(request.VerifierPool));
        NodeChildren.Append(State, wanted.Extent, await expander.ExpandAsync(missing, cancellationToken));
        await store.WriteStateAsync(StateName, this.GetGrainId(), _saved);
    }
}
