using Reckon.Cli.Output;

namespace Reckon.Cli.Results;

/// <summary>A folder cannot take a sweep's results: another sweep's are in it, or another run is writing to it.</summary>
internal sealed class ResultsFolderException(string folder, string reason, Exception? inner = null)
    : CommandException($"{folder}: {reason}", Output.ExitCode.Usage, inner)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;
}
