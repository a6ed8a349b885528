using System.CommandLine;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon retune ID [--window N] [--priority N] [--why TEXT]</c></summary>
internal static class RetuneCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var (id, json) = (ClientCommands.Id(), ClientCommands.Json());
        var window = new Option<int?>("--window")
        {
            Description = "The most problems that run at once; 0 for as many as the workers have room for.",
            HelpName = "N",
        };
        var priority = new Option<int?>("--priority")
        {
            Description = "How urgent it is beside other sweeps: with N it gets N + 1 shares of the workers.",
            HelpName = "N",
        };
        var why = new Option<string>("--why") { Description = "The reason, for the list of events.", HelpName = "TEXT" };
        var command = new Command("retune", "Change how a sweep shares the workers, while it runs.") { id, window, priority, why, json };
        ClientCommands.SetAction(command, environment, terminal, async (arguments, api, cancellationToken) =>
        {
            var document = await api.SendAsync(
                HttpMethod.Post, $"v1/sweeps/{Uri.EscapeDataString(arguments.GetRequiredValue(id))}/retune",
                new TuneRequest(arguments.GetValue(window), arguments.GetValue(priority), arguments.GetValue(why)), cancellationToken);
            var view = JsonSerializer.Deserialize<SweepView>(document, ApiJson.ForClients)!;
            await terminal.Output.WriteLineAsync(arguments.GetValue(json) ? document : SweepFollower.LineOf(view));
            return ExitCode.Success;
        });
        return command;
    }
}
