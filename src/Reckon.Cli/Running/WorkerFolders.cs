using System.Collections.Immutable;
using Reckon.Cli.Configuration;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;

namespace Reckon.Cli.Running;

/// <summary>The folders of a worker's models, read and checked.</summary>
/// <param name="Proposers">Those of its proposers.</param>
/// <param name="Verifiers">Those of its verifiers.</param>
internal sealed record WorkerFolders(ImmutableArray<ModelFolder> Proposers, ImmutableArray<ModelFolder> Verifiers)
{
    /// <summary>The folders that <paramref name="settings"/> name, or everything that keeps one of them from being served.</summary>
    public static Validated<WorkerFolders> Read(WorkerSettings settings)
    {
        var proposers = Load(settings.ProposerPaths, ModelRole.Proposer);
        var verifiers = Load(settings.VerifierPaths, ModelRole.Verifier);
        ImmutableArray<Diagnostic> faults = [.. proposers.Faults, .. verifiers.Faults];
        return faults.IsEmpty
            ? new Validated<WorkerFolders>.Valid(new WorkerFolders(proposers.Models, verifiers.Models))
            : new Validated<WorkerFolders>.Invalid(faults);
    }

    private static (ImmutableArray<ModelFolder> Models, ImmutableArray<Diagnostic> Faults) Load(
        ImmutableArray<string> folders, ModelRole role)
    {
        var read = folders.Select(folder => ModelLoader.Load(folder, role)).ToList();
        return (
            [.. read.OfType<Validated<ModelFolder>.Valid>().Select(valid => valid.Value)],
            [.. read.OfType<Validated<ModelFolder>.Invalid>().SelectMany(invalid => invalid.Diagnostics)]);
    }
}
