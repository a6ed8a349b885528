using System.CommandLine;
using System.Globalization;
using Reckon.Api.Paging;
using Reckon.Api.Pools;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Contracts.Models;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon models|pools|workers|list|status|events|problems|summary [--json]</c></summary>
internal static class ReadCommands
{
    /// <summary>The models that are served.</summary>
    public static Command Models(ProcessEnvironment environment, Terminal terminal) => ReadCommand.Create<ItemPage<ModelDescription>>(
        new Command("models", "List the models that a cluster's workers serve."), _ => "v1/models", environment, terminal,
        page => page.Items.Select(model => Invariant(
            $"{model.Pool,-40} {(model.IsVerifier ? "verifier" : "proposer"),-9} {model.Parameters,16:N0} parameters {model.ContextTokens,8:N0} tokens{(model.IsSimulated ? "  simulated" : "")}")));

    /// <summary>What waits for which workers.</summary>
    public static Command Pools(ProcessEnvironment environment, Terminal terminal) => ReadCommand.Create<ItemPage<PoolView>>(
        new Command("pools", "Say which models have workers, and what waits for them."), _ => "v1/pools", environment, terminal,
        page => page.Items.Select(pool => Invariant(
            $"{pool.Pool,-40} {pool.Workers,4} workers {pool.RowsInUse,6:N0}/{pool.Rows:N0} rows {pool.Waiting,8:N0} waiting {pool.InFlight,8:N0} in flight")
            + (pool.Stalled is { } reason ? $"  {reason}" : "")));

    /// <summary>The workers.</summary>
    public static Command Workers(ProcessEnvironment environment, Terminal terminal) => ReadCommand.Create<ItemPage<WorkerView>>(
        new Command("workers", "List the workers of a cluster, and what each of them does."), _ => "v1/workers", environment, terminal,
        page => page.Items.SelectMany(worker => worker.Models.Select(model => Invariant(
            $"{worker.Worker,-32} {model.Pool,-40} {model.RowsInUse,6:N0}/{model.Rows:N0} rows {model.Outstanding,8:N0} there {model.CacheHitShare,7:p1} cached")
            + (worker.IsDraining ? "  draining" : worker.IsSilent ? "  silent" : ""))));

    /// <summary>All sweeps.</summary>
    public static Command List(ProcessEnvironment environment, Terminal terminal)
    {
        var cursor = ReadCommand.Cursor();
        return ReadCommand.Create<ItemPage<SweepEntry>>(
            new Command("list", "List the sweeps of a cluster, the newest first.") { cursor },
            arguments => ReadCommand.Query("v1/sweeps", ("cursor", arguments.GetValue(cursor))), environment, terminal,
            page => page.Items.Select(sweep => Invariant(
                $"{sweep.Id,-40} {sweep.Phase.ToString().ToLowerInvariant(),-10} {sweep.Created:yyyy-MM-dd HH:mm:ss}  {sweep.Name}")));
    }

    /// <summary>How far a sweep is.</summary>
    public static Command Status(ProcessEnvironment environment, Terminal terminal)
    {
        var id = ClientCommands.Id();
        return ReadCommand.Create<SweepView>(
            new Command("status", "Say how far a sweep is.") { id }, arguments => PathOf(arguments.GetRequiredValue(id)), environment, terminal,
            view =>
            [
                SweepFollower.LineOf(view),
                RunLines.DevicesOf(view),
                .. view.ServerUsage is { } usage ? (string[])[BillText.Of(usage, currency: null)] : [],
                .. RunLines.Of(view),
                .. view.Waits.Select(reason => $"waits: {reason}"),
                .. view.Failures.Select(failure => $"failed: problem {failure.Problem}, trial {failure.Trial}: {failure.Reason}"),
            ]);
    }

    /// <summary>What happened to a sweep, or what was deleted.</summary>
    public static Command Events(ProcessEnvironment environment, Terminal terminal)
    {
        var id = new Argument<string?>("ID") { Description = "The sweep's id; without it, which sweeps were deleted.", Arity = ArgumentArity.ZeroOrOne };
        var cursor = ReadCommand.Cursor();
        return ReadCommand.Create<ItemPage<SweepEvent>>(
            new Command("events", "Say who did what to a sweep, when and why.") { id, cursor },
            arguments => ReadCommand.Query(
                arguments.GetValue(id) is { } sweep ? $"{PathOf(sweep)}/events" : "v1/deleted", ("cursor", arguments.GetValue(cursor))),
            environment, terminal,
            page => page.Items.Select(happened => Invariant(
                $"{happened.When:yyyy-MM-dd HH:mm:ss}  {happened.Kind.ToString().ToLowerInvariant(),-10} {happened.Who}  ")
                + string.Join(": ", new[] { happened.What, happened.Why }.Where(text => text.Length > 0))
                + (happened.Sweep is { } deleted ? $"  ({deleted})" : "")));
    }

    /// <summary>The problems of a sweep.</summary>
    public static Command Problems(ProcessEnvironment environment, Terminal terminal)
    {
        var (id, cursor) = (ClientCommands.Id(), ReadCommand.Cursor());
        var filters = new[] { ("text", "A part of the id."), ("level", "The level."), ("subject", "The subject."), ("phase", "waiting, running or done."), ("result", "right, wrong, mixed or failed.") }
            .Select(filter => (Name: filter.Item1, Option: new Option<string>($"--{filter.Item1}") { Description = $"Only those that have this: {filter.Item2}", HelpName = filter.Item1.ToUpperInvariant() }))
            .ToList();
        var limit = new Option<int?>("--limit") { Description = "The most of one page.", HelpName = "N" };
        var command = new Command("problems", "List the problems of a sweep and how they were answered; 'show' tells all of one.") { id, cursor, limit };
        filters.ForEach(filter => command.Add(filter.Option));
        return ReadCommand.Create<ItemPage<ProblemView>>(
            command,
            arguments => ReadCommand.Query(
                $"{PathOf(arguments.GetRequiredValue(id))}/problems",
                [
                    ("cursor", arguments.GetValue(cursor)), ("limit", arguments.GetValue(limit)?.ToString(CultureInfo.InvariantCulture)),
                    .. filters.Select(filter => (filter.Name, arguments.GetValue(filter.Option))),
                ]),
            environment, terminal,
            page => page.Items.Select(problem => Invariant(
                $"{problem.Id,-32} {problem.Phase.ToString().ToLowerInvariant(),-8} level {problem.Level,2} {problem.Done,6:N0} done {problem.Failed,4:N0} failed  right: {string.Join(", ", problem.Correct)}")));
    }

    /// <summary>The numbers of a sweep.</summary>
    public static Command Summary(ProcessEnvironment environment, Terminal terminal)
    {
        var id = ClientCommands.Id();
        return ReadCommand.Create<SummaryView>(
            new Command("summary", "Print the table of a sweep, of the trials that it has finished.") { id },
            arguments => $"{PathOf(arguments.GetRequiredValue(id))}/summary", environment, terminal,
            view =>
            {
                var summary = SummaryJson.Read(view.Summary.GetRawText());
                return
                [
                    .. SummaryTable.Plain(summary, ResultsWriter.RuleForLevels(summary)).TrimEnd('\n').Split('\n'),
                    Invariant($"{view.Done:N0} of {view.Trials:N0} trials, {view.Phase.ToString().ToLowerInvariant()}"),
                ];
            });
    }

    private static string PathOf(string id) => $"v1/sweeps/{Uri.EscapeDataString(id)}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
