using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Running;

/// <summary>Asks a proposer and checks that its answer is complete.</summary>
public static class ProposerExtensions
{
    /// <summary>All proposals asked for, in order; what the request says was drawn before is taken from it.</summary>
    /// <exception cref="InvalidOperationException">The proposer answered in part.</exception>
    public static async Task<ProposeReply> ProposeAllAsync(this IProposer proposer, ExpandRequest request,
        CancellationToken cancellationToken)
    {
        if (request.Drawn is { } drawn)
        {
            return drawn;
        }

        if (request.Count > 1 && !request.Taken.IsEmpty)
        {
            return await ProposeInTurnAsync(proposer, request, cancellationToken);
        }

        var reply = await proposer.ProposeAsync(request, cancellationToken);
        return reply.Proposals.Length == request.Count
            ? reply
            : throw new InvalidOperationException($"The proposer answered {reply.Proposals.Length} of {request.Count} children.");
    }

    // Each must differ from those before it, and so waits for them.
    private static async Task<ProposeReply> ProposeInTurnAsync(IProposer proposer, ExpandRequest request, CancellationToken cancellationToken)
    {
        var proposals = ImmutableArray.CreateBuilder<Proposal>(request.Count);
        var (taken, promptTokens) = (request.Taken, 0);
        for (var place = 0; place < request.Count; place++)
        {
            var one = request with { FirstChild = request.IndexAt(place), Count = 1, Taken = taken };
            var reply = await proposer.ProposeAllAsync(one, cancellationToken);
            proposals.Add(reply.Proposals[0]);
            taken = taken.Add(ChildIndex.IsByFirstStep(request.FirstChild) ? reply.Proposals[0].First(1) : reply.Proposals[0]);
            promptTokens = reply.PromptTokens;
        }

        return new ProposeReply(proposals.MoveToImmutable(), promptTokens);
    }
}
