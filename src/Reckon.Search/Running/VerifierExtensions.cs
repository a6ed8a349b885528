using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Running;

/// <summary>Asks a verifier and checks that its answer is complete.</summary>
public static class VerifierExtensions
{
    /// <summary>A verdict on each of <paramref name="proposals"/>, in order. None of them may be truncated.</summary>
    /// <exception cref="InvalidOperationException">The verifier answered in part.</exception>
    public static async Task<JudgeReply> JudgeAllAsync(
        this IVerifier verifier, Prefix prefix, ImmutableArray<Proposal> proposals, CancellationToken cancellationToken)
    {
        var reply = await verifier.JudgeAsync(prefix, [.. proposals.Select(proposal => proposal.WithoutTokenLogProbabilities())],
            cancellationToken);
        return reply.Verdicts.Length == proposals.Length
            ? reply
            : throw new InvalidOperationException($"The verifier answered {reply.Verdicts.Length} of {proposals.Length} continuations.");
    }
}
