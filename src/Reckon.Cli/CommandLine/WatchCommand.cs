using System.CommandLine;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon watch ID [--json]</c></summary>
internal static class WatchCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var (id, json) = (ClientCommands.Id(), ClientCommands.Json());
        var command = new Command("watch", "Follow a sweep until it is over; the exit code says how it ended.") { id, json };
        ClientCommands.SetAction(command, environment, terminal, (arguments, api, cancellationToken) =>
            FollowAsync(api, arguments.GetRequiredValue(id), arguments.GetValue(json), terminal, cancellationToken));
        return command;
    }

    /// <summary>Shows a sweep until it is over.</summary>
    public static async Task<int> FollowAsync(
        ApiClient api, string id, bool isJson, Terminal terminal, CancellationToken cancellationToken)
    {
        SweepView? last = null;
        var lines = new ProgressLines(terminal);
        await foreach (var (name, document) in new SweepFollower(api, id).EventsAsync(cancellationToken))
        {
            if (isJson)
            {
                await terminal.Output.WriteLineAsync($"{{\"event\":\"{name}\",\"data\":{document}}}");
            }

            if (name == "status")
            {
                last = JsonSerializer.Deserialize<SweepView>(document, ApiJson.ForClients);
                lines.Show(isJson ? "" : SweepFollower.LineOf(last!));
            }
            else if (!isJson)
            {
                lines.Add(TextOf(JsonSerializer.Deserialize<SweepEvent>(document, ApiJson.ForClients)!));
            }
        }

        lines.End();
        return ExitCodeOf(last!);
    }

    private static string TextOf(SweepEvent happened) => SafeText.Terminal(
        $"{happened.When:yyyy-MM-dd HH:mm:ss} {happened.Kind.ToString().ToLowerInvariant()} by {happened.Who}"
        + (happened.What.Length == 0 ? "" : $", {happened.What}")
        + (happened.Why.Length == 0 ? "" : $": {happened.Why}"));

    private static int ExitCodeOf(SweepView view) => view switch
    {
        { Phase: SweepPhase.Cancelled } => ExitCode.Cancelled,
        { Failed: > 0 } => ExitCode.FailedTrials,
        { ProblemsNotRun: > 0 } => ExitCode.LimitReached,
        _ => ExitCode.Success,
    };
}
