using Reckon.Coordinator.Routing;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Tests.Nodes;

/// <summary>A proposer whose workers hold the verifier, and say what both say; it may be that the verifier has no room there.</summary>
internal sealed class JudgingDrawer(FixedModels models) : IDrawer
{
    /// <summary>Whether what is drawn is judged with it.</summary>
    public bool HasRoom { get; set; } = true;

    public Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken) =>
        models.ProposeAsync(request, cancellationToken);

    public async Task<DrawReply> DrawAsync(ExpandRequest request, string verifierPool, CancellationToken cancellationToken)
    {
        var drawn = await models.ProposeAsync(request, cancellationToken);
        var whole = drawn.Proposals.Where(proposal => proposal.Ending != Search.Ending.Truncated);
        return new DrawReply(drawn, HasRoom ? await models.JudgeAsync(request.Prefix, [.. whole], cancellationToken) : null);
    }
}
