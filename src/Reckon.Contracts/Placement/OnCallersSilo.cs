namespace Reckon.Contracts.Placement;

/// <summary>
/// Places a grain on the silo that calls it. For grains that are cheap to have twice: two silos that call the same one have one each,
/// and neither asks a directory first.
/// </summary>
[GenerateSerializer, Immutable, Alias("reckon.on-callers-silo")]
public sealed class OnCallersSilo : PlacementStrategy
{
    /// <inheritdoc/>
    public override bool IsUsingGrainDirectory => false;
}
