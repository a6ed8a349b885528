using System.Collections.Immutable;
using Reckon.Inference;

namespace Reckon.Cli;

/// <summary>Models that a sweep names cannot be used. Nothing was started.</summary>
internal sealed class ModelRefusedException(params ImmutableArray<ModelLoadException> refusals)
    : CommandException($"{refusals.Length} of the sweep's models cannot be used.", Cli.ExitCode.Usage, refusals[0])
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines =>
        [.. refusals.SelectMany(refusal => refusal.Faults.Select(fault => $"{refusal.Folder}: {fault}"))];
}
