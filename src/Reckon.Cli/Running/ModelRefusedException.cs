namespace Reckon.Cli;

/// <summary>A model that a sweep names cannot be used. Nothing was started.</summary>
internal sealed class ModelRefusedException(string message, Exception? inner = null) : CommandException(message, Cli.ExitCode.Usage, inner);
