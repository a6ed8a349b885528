namespace Reckon.Cli.Output;

/// <summary>A failure that has been understood: it is told to a person in a few lines, and has an exit code.</summary>
internal abstract class CommandException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What a person is told, line by line. Each line is made safe on its own: foreign text in it starts no other.</summary>
    public virtual IReadOnlyList<string> Lines => [Message];

    /// <summary>What the process is to exit with; one of <see cref="Output.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
