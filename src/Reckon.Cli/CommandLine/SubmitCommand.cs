using System.CommandLine;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon submit SWEEP.yaml [--id ID] [--wait]</c></summary>
internal static class SubmitCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var sweep = FileArgument.Create("SWEEP.yaml", "The sweep file; its dataset is sent along, its models are those that workers serve.");
        var id = new Option<string>("--id") { Description = "The id that it is to have; submitting it again changes nothing.", HelpName = "ID" };
        var why = new Option<string>("--why") { Description = "The reason, for the list of events.", HelpName = "TEXT" };
        var priority = new Option<int>("--priority") { Description = "How urgent it is beside other sweeps: with N it gets N + 1 shares of the workers.", HelpName = "N" };
        var keep = new Option<double?>("--keep-hours") { Description = "Hours for which it is kept after its end.", HelpName = "N" };
        var amend = new Option<bool>("--amend") { Description = "Add to the sweep that has the id; what is there is kept." };
        var wait = new Option<bool>("--wait") { Description = "Wait for its end; the exit code says how it ended." };
        var json = ClientCommands.Json();
        var command = new Command("submit", "Hand a sweep to a cluster.") { sweep, id, why, priority, keep, amend, wait, json };
        ClientCommands.SetAction(command, environment, terminal, async (arguments, api, cancellationToken) =>
        {
            if (Read(arguments.GetRequiredValue(sweep), terminal) is not { } bundle)
            {
                return ExitCode.Usage;
            }

            var upload = new SweepUpload
            {
                Id = arguments.GetValue(id),
                Sweep = bundle.Sweep,
                Files = bundle.Files,
                Why = arguments.GetValue(why),
                Priority = arguments.GetValue(priority),
                KeepHours = arguments.GetValue(keep),
                Amend = arguments.GetValue(amend),
            };
            var document = await api.SendAsync(HttpMethod.Post, "v1/sweeps", upload, cancellationToken);
            var submitted = JsonSerializer.Deserialize<SubmittedView>(document, ApiJson.ForClients)!;
            await TellAsync(submitted, arguments.GetValue(json) ? document : submitted.Id, terminal);
            return arguments.GetValue(wait)
                ? await WatchCommand.FollowAsync(api, submitted.Id, isJson: false, terminal, cancellationToken)
                : ExitCode.Success;
        });
        return command;
    }

    private static async Task TellAsync(SubmittedView submitted, string answer, Terminal terminal)
    {
        foreach (var note in submitted.Notes)
        {
            await terminal.Error.WriteLineAsync(SafeText.Terminal($"note: {note}"));
        }

        await terminal.Output.WriteLineAsync(answer);
    }

    private static SweepBundle? Read(string path, Terminal terminal)
    {
        switch (SweepBundle.Read(path))
        {
            case Validated<SweepBundle>.Valid(var bundle):
                return bundle;
            case Validated<SweepBundle>.Invalid(var faults):
                FaultLines.Write(terminal, faults);
                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }
}
