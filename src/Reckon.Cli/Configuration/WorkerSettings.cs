using System.Collections.Immutable;

namespace Reckon.Cli.Configuration;

/// <summary>The models that a worker serves. Does not concern <c>reckon run</c>, whose sweep names them.</summary>
internal sealed class WorkerSettings
{
    /// <summary>Folders of proposers, separated by <see cref="ValueKind.FilePaths.Separator"/>. Default: none.</summary>
    public string? Proposers { get; set; }

    /// <summary>Folders of verifiers, separated likewise. Default: none.</summary>
    public string? Verifiers { get; set; }

    /// <summary>The paths in <see cref="Proposers"/>.</summary>
    public ImmutableArray<string> ProposerPaths => Proposers is null ? [] : ValueKind.FilePaths.Split(Proposers);

    /// <summary>The paths in <see cref="Verifiers"/>.</summary>
    public ImmutableArray<string> VerifierPaths => Verifiers is null ? [] : ValueKind.FilePaths.Split(Verifiers);
}
