using System.CommandLine;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Contracts.Sweeps;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon results ID [--out DIR] [--cursor C] [--json]</c></summary>
internal static class ResultsCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var id = ClientCommands.Id();
        var cursor = new Option<string>("--cursor") { Description = "Begin there instead of at the first.", HelpName = "CURSOR" };
        var output = new Option<string>("--out", "-o")
        {
            Description = "Make of them the folder that 'reckon run' makes, instead of printing them; interrupted, the same command goes on.",
            HelpName = "DIR",
        };
        var json = ClientCommands.Json();
        var command = new Command(
            "results", "Print the outcomes of a sweep, a line of JSON for each, in the order of problems and trials, or save all of its results.")
        {
            id, output, cursor, json,
        };
        ClientCommands.SetAction(command, environment, terminal, FlagGroups.Strategies, async (arguments, api, settings, cancellationToken) =>
        {
            var sweep = new RemoteSweep(api, arguments.GetRequiredValue(id));
            return arguments.GetValue(output) is { } folder
                ? await SaveAsync(sweep, Path.GetFullPath(folder), settings, terminal, cancellationToken)
                : await PrintAsync(sweep, arguments.GetValue(cursor), arguments.GetValue(json), terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<int> PrintAsync(
        RemoteSweep sweep, string? cursor, bool isJson, Terminal terminal, CancellationToken cancellationToken)
    {
        if (isJson)
        {
            var query = cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}";
            await terminal.Output.WriteLineAsync(await sweep.TextAsync($"/results{query}", cancellationToken));
            return ExitCode.Success;
        }

        for (string? from = cursor, next = ""; next is not null; from = next)
        {
            (var lines, next) = await sweep.OutcomesAsync(from, cancellationToken);
            await terminal.Output.WriteAsync(lines);
        }

        return ExitCode.Success;
    }

    private static async Task<int> SaveAsync(
        RemoteSweep sweep, string folder, EffectiveSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        if (PluginStrategies.Load(settings, terminal) is not { } strategies)
        {
            return ExitCode.Usage;
        }

        var summary = await new SweepDownload(sweep, strategies).RunAsync(folder, cancellationToken);
        await ResultsPrinter.PrintTableAsync(terminal, folder, summary);
        await terminal.Error.WriteLineAsync($"The results are in {folder}.");
        var notRun = await ResultsPrinter.ReportNotRunAsync(terminal, summary);
        return await ExitCodeAsync(await sweep.StatusAsync(cancellationToken), notRun, terminal);
    }

    private static async Task<int> ExitCodeAsync(SweepView status, int otherwise, Terminal terminal)
    {
        if (status.Done + status.Failed < status.Trials && status.Phase != SweepPhase.Finished)
        {
            await terminal.Error.WriteLineAsync(
                $"The sweep was {(status.Phase == SweepPhase.Cancelled ? "cancelled" : "paused")}: {status.Trials - status.Done} of {status.Trials} trials are missing.");
        }
        else if (status.Failed > 0)
        {
            await terminal.Error.WriteLineAsync(
                $"{status.Failed} trials failed and are missing. 'reckon requeue {status.Id}' tries them again; 'reckon status {status.Id}' says why.");
        }

        return status switch
        {
            { Phase: SweepPhase.Cancelled } => ExitCode.Cancelled,
            { Failed: > 0 } => ExitCode.FailedTrials,
            _ => otherwise,
        };
    }
}
