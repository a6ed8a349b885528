using System.Collections.Immutable;
using Reckon.Cli.Output;
using Reckon.Inference.Folders;

namespace Reckon.Cli.Hosting;

/// <summary>The models that a sweep names cannot be used. Nothing was started.</summary>
internal sealed class ModelRefusedException(params ImmutableArray<ModelLoadException> refusals)
    : CommandException($"{refusals.Length} of the sweep's models cannot be used.", Output.ExitCode.Usage, refusals[0])
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines =>
        [.. refusals.SelectMany(refusal => refusal.Faults.Select(fault => $"{refusal.Folder}: {fault}"))];
}
