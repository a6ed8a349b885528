using System.CommandLine;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon pause|resume|cancel|requeue|delete ID [--why TEXT]</c></summary>
internal static class OrderCommands
{
    private static readonly (string Name, string Description)[] _orders =
    [
        ("pause", "Have a sweep admit no more; 'resume' goes on."),
        ("resume", "Go on with a sweep that was paused."),
        ("cancel", "End a sweep for good; what it has finished can be read."),
        ("requeue", "Try the failed trials of a sweep again."),
    ];

    public static IEnumerable<Command> All(ProcessEnvironment environment, Terminal terminal) =>
        [.. _orders.Select(order => Create(order.Name, order.Description, environment, terminal)), Delete(environment, terminal)];

    private static Command Create(string name, string description, ProcessEnvironment environment, Terminal terminal)
    {
        var (id, why, json) = (ClientCommands.Id(), Why(), ClientCommands.Json());
        var command = new Command(name, description) { id, why, json };
        ClientCommands.SetAction(command, environment, terminal, async (arguments, api, cancellationToken) =>
        {
            var document = await api.SendAsync(
                HttpMethod.Post, $"v1/sweeps/{Escaped(arguments.GetRequiredValue(id))}/{name}", new OrderRequest(arguments.GetValue(why)),
                cancellationToken);
            var view = JsonSerializer.Deserialize<SweepView>(document, ApiJson.ForClients)!;
            await terminal.Output.WriteLineAsync(arguments.GetValue(json) ? document : SweepFollower.LineOf(view));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Delete(ProcessEnvironment environment, Terminal terminal)
    {
        var (id, why) = (ClientCommands.Id(), Why());
        var command = new Command("delete", "Delete a sweep with all of its results.") { id, why };
        ClientCommands.SetAction(command, environment, terminal, async (arguments, api, cancellationToken) =>
        {
            var reason = Uri.EscapeDataString(arguments.GetValue(why) ?? "");
            await api.SendAsync(
                HttpMethod.Delete, $"v1/sweeps/{Escaped(arguments.GetRequiredValue(id))}?why={reason}", body: null, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static string Escaped(string id) => Uri.EscapeDataString(id);

    private static Option<string> Why() => new("--why") { Description = "The reason, for the list of events.", HelpName = "TEXT" };
}
