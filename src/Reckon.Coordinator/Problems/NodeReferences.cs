using Reckon.Contracts.Nodes;

namespace Reckon.Coordinator.Problems;

/// <summary>
/// References to the nodes of one problem. For each reference the factory looks up which type implements the interface,
/// which takes longer than sending the message; here it does so once.
/// </summary>
internal sealed class NodeReferences(IGrainFactory grains)
{
    private (GrainType Grain, GrainInterfaceType Interface)? _types;

    /// <summary>The node with this key.</summary>
    public ISearchNodeGrain Get(string key)
    {
        if (_types is var (grain, @interface))
        {
            return (ISearchNodeGrain)grains.GetGrain(GrainId.Create(grain, key), @interface);
        }

        var first = grains.GetGrain<ISearchNodeGrain>(key);
        var reference = (GrainReference)first;
        _types = (reference.GrainId.Type, reference.InterfaceType);
        return first;
    }
}
