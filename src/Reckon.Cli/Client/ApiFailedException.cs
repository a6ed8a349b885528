using System.Collections.Immutable;
using System.Net;
using Reckon.Cli.Output;

namespace Reckon.Cli.Client;

/// <summary>A cluster's API did not do what it was asked.</summary>
internal sealed class ApiFailedException(ImmutableArray<string> lines, int exitCode, Exception? inner = null)
    : CommandException(lines[0], exitCode, inner)
{
    /// <summary>What the API answered; null where it did not.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines => lines;

    /// <summary>Nobody answers at <paramref name="server"/>.</summary>
    public static ApiFailedException Unreachable(string server, Exception cause) => new(
        [$"No cluster answers at {server}: {cause.Message.TrimEnd('.')}. Start one ('reckon up', 'reckon api'), or name it with --server URL."],
        Output.ExitCode.Unreachable, cause);
}
