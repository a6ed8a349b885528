using Reckon.Cli.Output;

namespace Reckon.Cli.Results;

/// <summary>Results could not be written. Always a failure: results that were not written do not exist.</summary>
internal sealed class ResultsWriteException(string path, Exception cause)
    : CommandException($"{path}: the results cannot be written: {cause.Message}", Output.ExitCode.Internal, cause)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
