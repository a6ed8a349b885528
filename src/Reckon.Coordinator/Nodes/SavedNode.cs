using System.Collections.Immutable;
using Orleans.Storage;
using Reckon.Contracts.Nodes;
using Reckon.Coordinator.Routing;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Coordinator.Nodes;

/// <summary>
/// One expanded prefix. It has missing children drawn and missing verdicts of this verifier made, saves both, and only then answers: what
/// was told and is not in the store would be missing for good. It reads the store when it is asked for the first time: most nodes
/// continue a prefix that was drawn a moment ago, and there is nothing to read. For one request at a time.
/// </summary>
/// <param name="store">Where it is saved.</param>
/// <param name="id">Under which key.</param>
/// <param name="proposers">The proposer that serves a pool.</param>
/// <param name="verifiers">The verifier that serves a pool.</param>
internal sealed class SavedNode(
    IGrainStorage store, GrainId id, Func<string, IProposer> proposers, Func<string, IVerifier> verifiers)
{
    private const string StateName = "node";
    private readonly GrainState<NodeState> _saved = new(new NodeState());
    private bool _isRead;
    private bool _isUnsaved; // Something is known that a save, or what came before it, has not brought into the store.
    private int _epoch; // In a later one the store may have lost what was saved.

    /// <summary>Whether something is known of it that the store may not have.</summary>
    public bool IsUnsaved => _isUnsaved;

    private NodeState State => _saved.State!; // Never set to null here or by the store.

    /// <summary>The children asked for, and from which index on they were drawn for this answer.</summary>
    public async Task<NodeExpanded> ExpandAsync(ExpandNode request, CancellationToken cancellationToken)
    {
        if (request.Epoch != _epoch)
        {
            (_isUnsaved, _epoch) = (_isUnsaved || _isRead, request.Epoch);
        }

        if (!_isRead && !request.IsNew)
        {
            await store.ReadStateAsync(StateName, id, _saved);
        }

        _isRead = true;
        var known = NodeDraws.Known(State);
        var drawn = await DrawAsync(request, cancellationToken);
        var proposals = NodeDraws.Find(State, request.Request)!.Value;
        if (request.Judging is { } judging)
        {
            await JudgeAsync(request.Request, judging, proposals, cancellationToken);
        }

        await SaveAsync();
        return new NodeExpanded(Reply(request, proposals), FirstNew(drawn, known));
    }

    // What continues a child that was there before may be in the store.
    private static int? FirstNew(ImmutableArray<ExpandRequest> drawn, int known) =>
        drawn is [{ FirstChild: >= 0 and var first, Drawn: null }, ..] ? Math.Max(first, known) : null;

    private async Task SaveAsync()
    {
        if (_isUnsaved)
        {
            await store.WriteStateAsync(StateName, id, _saved);
            _isUnsaved = false;
        }
    }

    // Returns what was drawn.
    private async Task<ImmutableArray<ExpandRequest>> DrawAsync(ExpandNode request, CancellationToken cancellationToken)
    {
        var missing = NodeDraws.Missing(State, request.Request);
        var proposer = proposers(request.ProposerPool);
        var replies = await Task.WhenAll(missing.Select(run => DrawAsync(proposer, run, request.Judging, cancellationToken)));
        foreach (var (run, reply) in missing.Zip(replies))
        {
            NodeDraws.Add(State, run, reply.Drawn);
            if (reply.Judged is { } judged)
            {
                NodeJudgements.Add(VerdictsBy(request.Judging!), run, NodeJudgements.Whole(reply.Drawn), judged);
            }
        }

        _isUnsaved |= !missing.IsEmpty;
        return missing;
    }

    // Those that must differ from one another are drawn one by one, and judged together afterwards.
    private static async Task<DrawReply> DrawAsync(
        IProposer proposer, ExpandRequest run, Judging? judging, CancellationToken cancellationToken)
    {
        if (judging is null || proposer is not IDrawer drawer || run.Drawn is not null || (run.Count > 1 && !run.Taken.IsEmpty))
        {
            return new DrawReply(await proposer.ProposeAllAsync(run, cancellationToken), Judged: null);
        }

        var reply = await drawer.DrawAsync(run, judging.Pool, cancellationToken);
        return reply.Drawn.Proposals.Length == run.Count
            ? reply with { Judged = NodeJudgements.AreComplete(reply) ? reply.Judged : null }
            : throw new InvalidOperationException($"The proposer answered {reply.Drawn.Proposals.Length} of {run.Count} children.");
    }

    private async Task JudgeAsync(
        ExpandRequest request, Judging judging, ImmutableArray<Proposal> proposals, CancellationToken cancellationToken)
    {
        var verdicts = VerdictsBy(judging);
        var missing = NodeJudgements.Missing(verdicts, request, proposals);
        if (missing.IsEmpty && verdicts.PromptTokens > 0)
        {
            return;
        }

        var reply = await verifiers(judging.Pool)
            .JudgeAllAsync(request.Prefix, [.. missing.Select(place => proposals[place])], cancellationToken);
        NodeJudgements.Add(verdicts, request, missing, reply);
        _isUnsaved = true;
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
