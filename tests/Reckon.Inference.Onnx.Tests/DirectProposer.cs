using Reckon.Inference.Engines;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests;

/// <summary>A proposer engine, asked without a cluster between.</summary>
internal sealed class DirectProposer(IProposerEngine engine) : IProposer
{
    public Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken) =>
        engine.TryPropose(request, cancellationToken, out var reply) ? reply : throw new InvalidOperationException("The engine is full.");
}
