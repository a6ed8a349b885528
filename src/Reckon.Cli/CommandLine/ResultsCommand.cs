using System.CommandLine;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon results ID [--cursor C]</c></summary>
internal static class ResultsCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var id = ClientCommands.Id();
        var cursor = new Option<string>("--cursor") { Description = "Begin there instead of at the first.", HelpName = "CURSOR" };
        var command = new Command("results", "Print the outcomes of a sweep, a line of JSON for each, in the order of problems and trials.")
        {
            id, cursor,
        };
        ClientCommands.SetAction(command, environment, terminal, async (arguments, api, cancellationToken) =>
        {
            var query = arguments.GetValue(cursor) is { } from ? $"?cursor={Uri.EscapeDataString(from)}" : "";
            var path = $"v1/sweeps/{Uri.EscapeDataString(arguments.GetRequiredValue(id))}/results{query}";
            using var answer = await api.OpenAsync(path, "application/x-ndjson", lastEvent: null, cancellationToken);
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                await terminal.Output.WriteLineAsync(line);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
