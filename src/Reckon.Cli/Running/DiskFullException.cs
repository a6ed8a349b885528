using Reckon.Cli.Output;

namespace Reckon.Cli.Running;

/// <summary>The disk of a run is full, or nearly: the run stops while its results can still be saved.</summary>
internal sealed class DiskFullException(string folder, long freeBytes, long neededBytes) : CommandException(
    $"{folder}: the disk is full: {freeBytes >> 20} MiB are free, and {neededBytes >> 20} MiB are needed."
    + " Make room and run the same command to resume, or choose another disk with --out.",
    Output.ExitCode.Internal);
