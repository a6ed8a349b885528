using System.Collections.Immutable;

namespace Reckon.Cli.Configuration;

/// <summary>The models that a worker serves. Does not concern <c>reckon run</c>, whose sweep names them.</summary>
internal sealed class WorkerSettings
{
    /// <summary>Folders of proposers, separated by <see cref="ValueKind.FilePaths.Separator"/>. Default: none.</summary>
    public string? Proposers { get; set; }

    /// <summary>Folders of verifiers, separated likewise. Default: none.</summary>
    public string? Verifiers { get; set; }

    /// <summary>
    /// The numbers of the devices, separated by <see cref="ValueKind.DeviceNumbers.Separator"/>: each is a worker with all of the models. Default:
    /// none; then it is the one that <c>execution.device</c> names.
    /// </summary>
    public string? Devices { get; set; }

    /// <summary>The numbers in <see cref="Devices"/>; <paramref name="otherwise"/> where there are none.</summary>
    public ImmutableArray<int> DeviceNumbers(int otherwise) => Devices is null ? [otherwise] : ValueKind.DeviceNumbers.Split(Devices);

    /// <summary>The paths in <see cref="Proposers"/>.</summary>
    public ImmutableArray<string> ProposerPaths => Proposers is null ? [] : ValueKind.FilePaths.Split(Proposers);

    /// <summary>The paths in <see cref="Verifiers"/>.</summary>
    public ImmutableArray<string> VerifierPaths => Verifiers is null ? [] : ValueKind.FilePaths.Split(Verifiers);
}
