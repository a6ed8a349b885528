using Orleans.Runtime.Placement;
using Reckon.Contracts.Workers;

namespace Reckon.Contracts.Placement;

/// <summary>Finds the silo that a worker's key names. Registered on every silo: placement runs where the call comes from.</summary>
public sealed class PinnedToSiloDirector : IPlacementDirector
{
    /// <inheritdoc/>
    /// <exception cref="SiloUnavailableException">The silo has left, or hosts no workers.</exception>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var wanted = WorkerKey.Parse(target.GrainIdentity.Key.ToString()!).Silo;
        return context.GetCompatibleSilos(target).Contains(wanted)
            ? Task.FromResult(wanted)
            : throw new SiloUnavailableException($"The worker's silo {wanted} is not in the cluster.");
    }
}
