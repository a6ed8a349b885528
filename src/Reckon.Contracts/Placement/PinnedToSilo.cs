namespace Reckon.Contracts.Placement;

/// <summary>
/// Places a grain on the silo that its key names. The place follows from the key, so there is no directory entry that could
/// be lost with another silo.
/// </summary>
[GenerateSerializer, Immutable, Alias("reckon.pinned-to-silo")]
public sealed class PinnedToSilo : PlacementStrategy
{
    /// <inheritdoc/>
    public override bool IsUsingGrainDirectory => false;
}
