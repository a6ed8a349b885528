using Reckon.Inference.Engines;
using Reckon.Search.Running;

namespace Reckon.LlamaCheck;

/// <summary>An engine as a search sees it, without routers and grains.</summary>
internal sealed class EngineProposer(IProposerEngine engine) : IProposer
{
    public Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken) =>
        engine.TryPropose(request, cancellationToken, out var reply) ? reply : throw new InvalidOperationException("The queue is too short.");
}
