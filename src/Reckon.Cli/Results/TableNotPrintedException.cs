namespace Reckon.Cli;

/// <summary>The table could not be printed; the results are in their folder all the same.</summary>
internal sealed class TableNotPrintedException(string folder, Exception cause)
    : CommandException($"The table cannot be printed: {cause.Message} The results are in {folder}.", Cli.ExitCode.Internal, cause);
