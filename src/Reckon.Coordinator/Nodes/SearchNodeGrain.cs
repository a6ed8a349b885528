using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Reckon.Contracts.Nodes;
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
        var known = NodeDraws.Known(State);
        var drawn = await DrawAsync(request, cancellationToken);
        var proposals = NodeDraws.Find(State, request.Request)!.Value;
        var isJudged = request.Judging is { } judging && await JudgeAsync(request.Request, judging, proposals, cancellationToken);
        if (!drawn.IsEmpty || isJudged)
        {
            await store.WriteStateAsync(StateName, this.GetGrainId(), _saved);
        }

        return new NodeExpanded(Reply(request, proposals), FirstNew(drawn, known));
    }

    // What continues a child that was there before may be in the store.
    private static int? FirstNew(ImmutableArray<ExpandRequest> drawn, int known) =>
        drawn is [{ FirstChild: >= 0 and var first, Drawn: null }, ..] ? Math.Max(first, known) : null;

    // Returns what was drawn.
    private async Task<ImmutableArray<ExpandRequest>> DrawAsync(ExpandNode request, CancellationToken cancellationToken)
    {
        var missing = NodeDraws.Missing(State, request.Request);
        var proposer = routers.Proposer(request.ProposerPool);
        var replies = await Task.WhenAll(missing.Select(run => proposer.ProposeAllAsync(run, cancellationToken)));
        foreach (var (run, reply) in missing.Zip(replies))
        {
            NodeDraws.Add(State, run, reply);
        }

        return missing;
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
