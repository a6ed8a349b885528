using Orleans.GrainDirectory;

namespace Reckon.Contracts.Placement;

/// <summary>
/// A directory that knows nothing, for grains whose place follows from their key or their caller. Without it the runtime would ask the
/// shared directory about each such grain before its first call, and the part that answers may be on a silo that is hung.
/// </summary>
public sealed class EmptyGrainDirectory : IGrainDirectory
{
    /// <summary>The name under which grain classes ask for it.</summary>
    public const string Name = "reckon-empty";

    /// <inheritdoc/>
    public Task<GrainAddress?> Lookup(GrainId grainId) => Task.FromResult<GrainAddress?>(null);

    /// <inheritdoc/>
    public Task<GrainAddress?> Register(GrainAddress address) => Task.FromResult<GrainAddress?>(address);

    /// <inheritdoc/>
    public Task<GrainAddress?> Register(GrainAddress address, GrainAddress? previousAddress) => Task.FromResult<GrainAddress?>(address);

    /// <inheritdoc/>
    public Task Unregister(GrainAddress address) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task UnregisterSilos(List<SiloAddress> siloAddresses) => Task.CompletedTask;
}
