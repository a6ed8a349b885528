using Reckon.Cli.Output;

namespace Reckon.Cli.Results;

/// <summary>The trees of a sweep, or of one of its problems, cannot be read.</summary>
internal sealed class TreesUnreadableException(string folder, string reason, Exception? inner = null)
    : CommandException($"{folder}: {reason}", Output.ExitCode.Usage, inner);
