using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests;

/// <summary>A verifier engine, asked without a cluster between.</summary>
internal sealed class DirectVerifier(IVerifierEngine engine) : IVerifier
{
    public Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken) =>
        engine.TryJudge(prefix, continuations, cancellationToken, out var reply)
            ? reply
            : throw new InvalidOperationException("The engine is full.");
}
