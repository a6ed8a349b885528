using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Coordinator.Tests.Nodes;

/// <summary>A proposer and a verifier that always say the same, and may fail.</summary>
internal sealed class FixedModels : IProposer, IVerifier
{
    /// <summary>Children that were drawn.</summary>
    public int Drawn { get; private set; }

    /// <summary>Requests for scores.</summary>
    public int Judged { get; private set; }

    /// <summary>How many of the next requests for scores fail.</summary>
    public int VerifierFailures { get; set; }

    public Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        Drawn += request.Count;
        var children = Enumerable.Range(0, request.Count).Select(place => SomeNode.Answer(Ending.Open, $"step {request.IndexAt(place)}"));
        return Task.FromResult(new ProposeReply([.. children], PromptTokens: 5));
    }

    public Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken)
    {
        Judged++;
        return VerifierFailures-- > 0
            ? throw new OrleansException("The verifier does not answer.")
            : Task.FromResult(new JudgeReply([.. continuations.Select(_ => new Verdict([0.5], [3]))], PromptTokens: 7));
    }
}
