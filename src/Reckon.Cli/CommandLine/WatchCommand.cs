using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Spectre.Console;

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
        if (!isJson && terminal.IsInteractive)
        {
            return ExitCodeOf(await DrawAsync(api, id, terminal, cancellationToken));
        }

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
                lines.Add(SafeText.Terminal(WatchPicture.TextOf(JsonSerializer.Deserialize<SweepEvent>(document, ApiJson.ForClients)!)));
            }
        }

        lines.End();
        return ExitCodeOf(last!);
    }

    // On a terminal: one picture that fills it; the last one stays.
    private static async Task<SweepView> DrawAsync(ApiClient api, string id, Terminal terminal, CancellationToken cancellationToken)
    {
        SweepView? last = null;
        ImmutableArray<SweepEvent> events = [];
        using (var screen = new FullScreen(terminal, FullScreen.SizeOfTerminal))
        {
            screen.Show((_, _) => new Text("Waiting for the cluster."));
            await foreach (var (name, document) in new SweepFollower(api, id).EventsAsync(cancellationToken))
            {
                last = name == "status" ? JsonSerializer.Deserialize<SweepView>(document, ApiJson.ForClients) : last;
                events = name == "event" ? events.Add(JsonSerializer.Deserialize<SweepEvent>(document, ApiJson.ForClients)!) : events;
                if (last is { } view)
                {
                    var happened = events;
                    screen.Show((width, height) => WatchScreen.Of(view, happened, width, height));
                }
            }
        }

        LiveConsole.On(terminal).Write(WatchPicture.Of(last!, events)); // A sweep that is over has said so.
        return last!;
    }

    private static int ExitCodeOf(SweepView view) => view switch
    {
        { Phase: SweepPhase.Cancelled } => ExitCode.Cancelled,
        { Failed: > 0 } => ExitCode.FailedTrials,
        { ProblemsNotRun: > 0 } => ExitCode.LimitReached,
        _ => ExitCode.Success,
    };
}
