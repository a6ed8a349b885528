using Orleans.Runtime;
using Reckon.Contracts;
using Reckon.Search;

namespace Reckon.Coordinator;

/// <summary>One expanded prefix. It draws what it has not drawn yet, saves it, and answers from memory ever after.</summary>
[Orleans.Placement.PreferLocalPlacement]
internal sealed class SearchNodeGrain(
    [PersistentState("node", CoordinatorNames.RepeatableState)] IPersistentState<NodeState> saved,
    RouterRegistry routers) : Grain, ISearchNodeGrain
{
    /// <inheritdoc/>
    public async Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken = default)
    {
        var wanted = request.Request;
        if (NodeChildren.Find(saved.State, wanted.Extent, wanted.FirstChild, wanted.Count) is null)
        {
            await DrawAsync(request, cancellationToken);
        }

        var children = NodeChildren.Find(saved.State, wanted.Extent, wanted.FirstChild, wanted.Count)!.Value;
        return new NodeExpanded(new ExpandReply(children, saved.State.PromptTokens, saved.State.VerifierPromptTokens));
    }

    private async Task DrawAsync(ExpandNode request, CancellationToken cancellationToken)
    {
        var wanted = request.Request;
        var drawn = NodeChildren.Count(saved.State, wanted.Extent);
        var missing = wanted with { FirstChild = drawn, Count = wanted.FirstChild + wanted.Count - drawn };
        var expander = new ProposeThenJudge(routers.Proposer(request.ProposerPool), routers.Verifier(request.VerifierPool));
        NodeChildren.Append(saved.State, wanted.Extent, await expander.ExpandAsync(missing, cancellationToken));
        await saved.WriteStateAsync(cancellationToken);
    }
}
