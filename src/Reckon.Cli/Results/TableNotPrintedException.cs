using Reckon.Cli.Output;

namespace Reckon.Cli.Results;

/// <summary>The table could not be printed; the results are in their folder nevertheless.</summary>
internal sealed class TableNotPrintedException(string folder, Exception cause)
    : CommandException($"The table cannot be printed: {cause.Message} The results are in {folder}.", Output.ExitCode.Internal, cause);
