namespace Reckon.Search.Running;

/// <summary>Asks a proposer and checks that its answer is complete.</summary>
public static class ProposerExtensions
{
    /// <summary>All proposals asked for, in order.</summary>
    /// <exception cref="InvalidOperationException">The proposer answered in part.</exception>
    public static async Task<ProposeReply> ProposeAllAsync(this IProposer proposer, ExpandRequest request,
        CancellationToken cancellationToken)
    {
        var reply = await proposer.ProposeAsync(request, cancellationToken);
        return reply.Proposals.Length == request.Count
            ? reply
            : throw new InvalidOperationException($"The proposer answered {reply.Proposals.Length} of {request.Count} children.");
    }
}
