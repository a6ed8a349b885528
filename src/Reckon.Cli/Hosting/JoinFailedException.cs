using Reckon.Cli.Output;

namespace Reckon.Cli.Hosting;

/// <summary>The Redis went away while the process joined its cluster. Before that it waits for it, afterwards it lives through its absence.</summary>
internal sealed class JoinFailedException(Exception cause) : CommandException(
    "The Redis went away while this process joined its cluster. Start it again, as 'reckon up' and Kubernetes do: it waits until the Redis"
    + $" answers. ({cause.Message})",
    Output.ExitCode.Internal, cause);
