namespace Reckon.Cli;

/// <summary>A failure that has been understood: its message is one line for a person, and it has an exit code.</summary>
internal abstract class CommandException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the process is to exit with; one of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
