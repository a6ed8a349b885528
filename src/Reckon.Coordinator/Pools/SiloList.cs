using System.Collections.Immutable;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Pools;

/// <summary>The silos of the cluster, as this silo knows them.</summary>
internal sealed class SiloList(IClusterMembershipService membership, IClusterManifestProvider manifests)
{
    private static readonly GrainType _workerType = GrainType.Create(WorkerKey.GrainType);
    private static readonly GrainType _routersType = GrainType.Create(IRoutersGrain.GrainType);

    /// <summary>All of them, by address.</summary>
    public ImmutableArray<SiloEntry> All()
    {
        var known = manifests.Current.Silos;
        return
        [
            .. from member in membership.CurrentSnapshot.Members.Values
               let address = member.SiloAddress.ToParsableString()
               let grains = known.TryGetValue(member.SiloAddress, out var manifest) ? manifest.Grains : null
               orderby address
               select new SiloEntry(
                   address, member.Name, $"{member.Status}", grains?.ContainsKey(_routersType) == true, grains?.ContainsKey(_workerType) == true),
        ];
    }
}
