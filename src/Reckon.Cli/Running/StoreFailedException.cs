namespace Reckon.Cli;

/// <summary>The store of a local run does not start.</summary>
internal sealed class StoreFailedException(Exception inner) : CommandException(inner.Message, Cli.ExitCode.Internal, inner);
