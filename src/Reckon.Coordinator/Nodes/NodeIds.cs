using Reckon.Contracts.Nodes;

namespace Reckon.Coordinator.Nodes;

/// <summary>The identities of nodes. The factory looks up which type implements the interface; here it does so once.</summary>
internal sealed class NodeIds(IGrainFactory grains)
{
    private readonly Lazy<GrainType> _type = new(() => grains.GetGrain<ISearchNodeGrain>("any").GetGrainId().Type);

    /// <summary>The identity of the node with this key.</summary>
    public GrainId Of(string key) => GrainId.Create(_type.Value, key);
}
