namespace Reckon.Cli.Output;

/// <summary>An expected failure: shown to the user in a few lines, with an exit code of its own.</summary>
internal abstract class CommandException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the user is shown, line by line. Each line is escaped on its own: foreign text in it cannot start another.</summary>
    public virtual IReadOnlyList<string> Lines => [Message];

    /// <summary>The process's exit code; one of <see cref="Output.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
