using Reckon.Api.Sweeps;
using Reckon.Cli.Output;
using Reckon.Contracts.Sweeps;

namespace Reckon.Cli.Client;

/// <summary>The results of a sweep cannot be put into a folder now.</summary>
internal sealed class DownloadRefusedException(string message) : CommandException(message, Output.ExitCode.Usage)
{
    /// <summary>The manifest of a sweep whose results can be put into a folder.</summary>
    /// <exception cref="DownloadRefusedException">It still runs, or came without one.</exception>
    public static string Check(DetailsView details, SweepView status) => (status.Phase, details.Manifest) switch
    {
        (SweepPhase.Running, _) => throw new DownloadRefusedException(
            $"The sweep {details.Id} still runs. 'reckon watch {details.Id}' waits for its end; 'reckon summary {details.Id}' tells its numbers so far."),
        (_, null) => throw new DownloadRefusedException(
            $"The sweep {details.Id} was handed in by a program that did not say what a folder of results needs. "
                + "Submit it again under another id: what was drawn is kept."),
        (_, var manifest) => manifest,
    };

    /// <summary>The sweep went on while its results were fetched.</summary>
    public static DownloadRefusedException Changed(string id) =>
        new($"The sweep {id} has changed while its results were fetched. Run the same command again.");
}
