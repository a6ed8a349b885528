using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>A proposer whose workers may hold the verifier too: then one call does for both.</summary>
internal interface IDrawer : IProposer
{
    /// <summary>Has children drawn, and judged by the verifier of <paramref name="verifierPool"/> where whoever drew them holds it.</summary>
    Task<DrawReply> DrawAsync(ExpandRequest request, string verifierPool, CancellationToken cancellationToken);
}
