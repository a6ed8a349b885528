using System.Collections.Immutable;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>The verifier that a pool's workers serve together.</summary>
internal sealed class RoutedVerifier(ModelRouter<JudgeRequest, JudgeReply> router) : IVerifier
{
    /// <inheritdoc/>
    public Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken)
    {
        var demand = new Demand(Math.Max(continuations.Length, 1), SearchName.Of(prefix))
        {
            Owner = prefix.Owner,
            Priority = prefix.Priority,
        };
        return router.RouteAsync(new JudgeRequest(prefix, continuations), demand, cancellationToken);
    }
}
