using Reckon.Cli.Output;

namespace Reckon.Cli.Running;

/// <summary>The process may open fewer files than a run needs; later it would fail in some place that has nothing to do with it.</summary>
internal sealed class TooFewFilesException(long openFiles) : CommandException(
    $"The process may open {openFiles} files at once, and a run needs {ProcessLimits.FilesNeeded}."
    + " Allow more, such as with 'ulimit -n 4096'.",
    Output.ExitCode.Internal);
