using Reckon.Cli.Output;

namespace Reckon.Cli.Results;

/// <summary>Results could not be written. Never less than a failure: results that are not there were not computed.</summary>
internal sealed class ResultsWriteException(string path, Exception cause)
    : CommandException($"{path}: the results cannot be written: {cause.Message}", Output.ExitCode.Internal, cause)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
