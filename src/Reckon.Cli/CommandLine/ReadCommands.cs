using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Paging;
using Reckon.Api.Pools;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Contracts.Models;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon models|list|status|events [--json]</c></summary>
internal static class ReadCommands
{
    /// <summary>The models that are served.</summary>
    public static Command Models(ProcessEnvironment environment, Terminal terminal) => Create<ItemPage<ModelDescription>>(
        "models", "List the models that a cluster's workers serve.", [], _ => "v1/models", environment, terminal,
        page => page.Items.Select(model => string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Pool,-40} {(model.IsVerifier ? "verifier" : "proposer"),-9} {model.Parameters,16:N0} parameters {model.ContextTokens,8:N0} tokens{(model.IsSimulated ? "  simulated" : "")}")));

    /// <summary>What waits for which workers.</summary>
    public static Command Pools(ProcessEnvironment environment, Terminal terminal) => Create<ItemPage<PoolView>>(
        "pools", "Say which models have workers, and what waits for them.", [], _ => "v1/pools", environment, terminal,
        page => page.Items.Select(pool => string.Create(
            CultureInfo.InvariantCulture,
            $"{pool.Pool,-40} {pool.Workers,4} workers {pool.RowsInUse,6:N0}/{pool.Rows:N0} rows {pool.Waiting,8:N0} waiting {pool.InFlight,8:N0} in flight")
            + (pool.Stalled is { } reason ? $"  {reason}" : "")));

    /// <summary>All sweeps.</summary>
    public static Command List(ProcessEnvironment environment, Terminal terminal) => Create<ItemPage<SweepEntry>>(
        "list", "List the sweeps of a cluster, the newest first.", [], _ => "v1/sweeps", environment, terminal,
        page => page.Items.Select(sweep => string.Create(
            CultureInfo.InvariantCulture,
            $"{sweep.Id,-40} {sweep.Phase.ToString().ToLowerInvariant(),-10} {sweep.Created:yyyy-MM-dd HH:mm:ss}  {sweep.Name}")));

    /// <summary>How far a sweep is.</summary>
    public static Command Status(ProcessEnvironment environment, Terminal terminal)
    {
        var id = ClientCommands.Id();
        return Create<SweepView>(
            "status", "Say how far a sweep is.", [id], arguments => $"v1/sweeps/{Uri.EscapeDataString(arguments.GetRequiredValue(id))}",
            environment, terminal,
            view =>
            [
                SweepFollower.LineOf(view),
                .. view.Waits.Select(reason => $"waits: {reason}"),
                .. view.Failures.Select(failure => $"failed: problem {failure.Problem}, trial {failure.Trial}: {failure.Reason}"),
            ]);
    }

    /// <summary>What happened to a sweep.</summary>
    public static Command Events(ProcessEnvironment environment, Terminal terminal)
    {
        var id = ClientCommands.Id();
        return Create<ItemPage<SweepEvent>>(
            "events", "Say who did what to a sweep, when and why.", [id],
            arguments => $"v1/sweeps/{Uri.EscapeDataString(arguments.GetRequiredValue(id))}/events", environment, terminal,
            page => page.Items.Select(happened =>
                $"{happened.When:yyyy-MM-dd HH:mm:ss}  {happened.Kind.ToString().ToLowerInvariant(),-10} {happened.Who}  "
                + string.Join(": ", new[] { happened.What, happened.Why }.Where(text => text.Length > 0))));
    }

    private static Command Create<T>(
        string name, string description, Argument<string>[] arguments, Func<ParseResult, string> path,
        ProcessEnvironment environment, Terminal terminal, Func<T, IEnumerable<string>> lines)
    {
        var json = ClientCommands.Json();
        var command = new Command(name, description) { json };
        arguments.ToList().ForEach(command.Add);
        ClientCommands.SetAction(command, environment, terminal, async (parsed, api, cancellationToken) =>
        {
            var document = await api.GetAsync(path(parsed), cancellationToken);
            if (parsed.GetValue(json))
            {
                await terminal.Output.WriteLineAsync(document);
                return ExitCode.Success;
            }

            foreach (var line in lines(JsonSerializer.Deserialize<T>(document, ApiJson.ForClients)!))
            {
                await terminal.Output.WriteLineAsync(SafeText.Terminal(line));
            }

            return ExitCode.Success;
        });
        return command;
    }
}
