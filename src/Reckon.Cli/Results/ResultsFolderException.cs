using System.Collections.Immutable;
using Reckon.Cli.Output;

namespace Reckon.Cli.Results;

/// <summary>A folder cannot take a sweep's results: another sweep's are in it, or another run is writing to it.</summary>
internal sealed class ResultsFolderException(string folder, string reason, Exception? inner = null)
    : CommandException($"{folder}: {reason}", Output.ExitCode.Usage, inner)
{
    private readonly ImmutableArray<string> _details = [];

    /// <summary>The same, with a line for each of <paramref name="details"/>.</summary>
    public ResultsFolderException(string folder, string reason, ImmutableArray<string> details)
        : this(folder, $"{reason}:") => _details = details;

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines => [Message, .. _details.Select(detail => $"  {detail}")];
}
