using System.Collections.Immutable;
using Reckon.Api;
using Reckon.Cli.Configuration;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Folders;
using Reckon.Worker;

namespace Reckon.Cli.Serving;

/// <summary>The models that the API itself knows, so that sweeps can be handed in while no worker runs.</summary>
internal static class KnownModels
{
    /// <summary>What is in the folders that <paramref name="api"/> names, or everything that keeps one of them from being used.</summary>
    public static Validated<ServedModels> Read(ApiOptions api)
    {
        var folders = api.Models is null ? [] : ValueKind.FilePaths.Split(api.Models);
        Validated<ModelFolder>[] read = [.. folders.Select(ModelLoader.Load)];
        ImmutableArray<Diagnostic> faults = [.. read.OfType<Validated<ModelFolder>.Invalid>().SelectMany(invalid => invalid.Diagnostics)];
        return faults.IsEmpty
            ? new Validated<ServedModels>.Valid(new ServedModels(
                read.OfType<Validated<ModelFolder>.Valid>().Select(valid => new ModelReader(valid.Value)), isRepeatable: true))
            : new Validated<ServedModels>.Invalid(faults);
    }
}
