using Reckon.Cli.Output;

namespace Reckon.Cli.Running;

/// <summary>The store of a local run does not start, or does not answer.</summary>
internal sealed class StoreFailedException(string message, Exception inner) : CommandException(message, Output.ExitCode.Internal, inner)
{
    /// <summary>The store does not start because of <paramref name="cause"/>.</summary>
    public static StoreFailedException AtStart(Exception cause) => new(cause.Message, cause);

    /// <summary>The store in <paramref name="folder"/> cannot be read or written.</summary>
    public static StoreFailedException Unusable(string folder, Exception cause) => new(
        $"The store in '{folder}' is damaged or does not answer. Run the same command again. If that does not help, delete '{folder}':"
        + $" everything will be recomputed, with the same results. ({cause.Message})",
        cause);
}
