using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Benchmarks.Inference;

/// <summary>An engine as a search sees it, without routers and grains.</summary>
internal sealed class EngineVerifier(IVerifierEngine engine) : IVerifier
{
    /// <inheritdoc/>
    public Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken) =>
        engine.TryJudge(prefix, continuations, cancellationToken, out var reply)
            ? reply
            : throw new InvalidOperationException("The queue is too short for this benchmark.");
}
