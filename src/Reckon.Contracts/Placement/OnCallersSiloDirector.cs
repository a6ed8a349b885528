using Orleans.Runtime.Placement;

namespace Reckon.Contracts.Placement;

/// <summary>Chooses the calling silo; for a caller that cannot host the grain, as a client's gateway may be, any silo that can.</summary>
public sealed class OnCallersSiloDirector : IPlacementDirector
{
    /// <inheritdoc/>
    /// <exception cref="SiloUnavailableException">No silo in the cluster hosts the grain.</exception>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var able = context.GetCompatibleSilos(target);
        return able switch
        {
            [] => throw new SiloUnavailableException($"No silo in the cluster hosts {target.GrainIdentity}."),
            _ when able.Contains(context.LocalSilo) => Task.FromResult(context.LocalSilo),
            _ => Task.FromResult(able[(int)(target.GrainIdentity.GetUniformHashCode() % able.Length)]),
        };
    }
}
