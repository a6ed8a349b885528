using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.GrainDirectory;
using Orleans.Storage;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Placement;
using Reckon.Coordinator.Routing;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Coordinator.Nodes;

/// <summary>
/// One expanded prefix. It has missing children drawn and missing verdicts of this verifier made, saves both, and from then on
/// answers from memory or from the store. It reads the store when it is asked, not at its activation: most nodes continue a
/// prefix that was drawn a moment ago, and there is nothing to read.
/// </summary>
[OnCallersSilo, GrainDirectory(EmptyGrainDirectory.Name)]
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
        var known = NodeDraws.Known(State);
        var isDrawn = await DrawAsync(request, cancellationToken);
        var proposals = NodeDraws.Find(State, request.Request)!.Value;
        var isJudged = request.Judging is { } judging && await JudgeAsync(request.Request, judging, proposals, cancellationToken);
        if (isDrawn || isJudged)
        {
            await store.WriteStateAsync(StateName, this.GetGrainId(), _saved);
        }

        return new NodeExpanded(Reply(request, proposals), isDrawn ? known : null);
    }

    // True if something was drawn.
    private async Task<bool> DrawAsync(ExpandNode request, CancellationToken cancellationToken)
    {
        if (NodeDraws.Find(State, request.Request) is not null)
        {
            return false;
        }

        var missing = NodeDraws.Missing(State, request.Request);
        NodeDraws.Append(State, missing, await routers.Proposer(request.ProposerPool).ProposeAllAsync(missing, cancellationToken));
        return true;
    }

    // True if something was judged.
    private async Task<bool> JudgeAsync(
        ExpandRequest request, Judging judging, ImmutableArray<Proposal> proposals, CancellationToken cancellationToken)
    {
        var verdicts = VerdictsBy(judging);
        var missing = NodeJudgements.Missing(verdicts, request, proposals);
        if (missing.IsEmpty && verdicts.PromptTokens > 0)
        {
            return false;
        }

        var reply = await routers.Verifier(judging.Pool)
            .JudgeAllAsync(request.Prefix, [.. missing.Select(place => proposals[place])], cancellationToken);
        NodeJudgements.Add(verdicts, request, missing, reply);
        return true;
    }

    private NodeVerdicts VerdictsBy(Judging judging)
    {
        if (!State.Verdicts.TryGetValue(judging.Key, out var verdicts))
        {
            State.Verdicts[judging.Key] = verdicts = new NodeVerdicts();
        }

        return verdicts;
    }

    private ExpandReply Reply(ExpandNode request, ImmutableArray<Proposal> proposals)
    {
        var known = request.Judging is { } judging ? VerdictsBy(judging) : new NodeVerdicts();
        var verdicts = NodeJudgements.Find(known, request.Request, proposals);
        return new ExpandReply(
            [.. proposals.Zip(verdicts, (proposal, verdict) => new Branch(proposal, verdict))],
            new TokenCost(State.PromptTokens, 0, known.PromptTokens));
    }
}
