using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Progress;
using Reckon.Cli.Results;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Reports;
using Reckon.Storage;
using Serilog;

namespace Reckon.Cli.Running;

/// <summary>
/// Runs a sweep on a cluster of one process, its store in the folder of results. The same command again goes on where
/// the last one stopped, whatever stopped it.
/// </summary>
internal sealed class LocalSweepRun(TimeProvider time) : IRunSweep
{
    private const string StoreFolder = "store";

    // The store answers within seconds, or never.
    private static readonly TimeSpan _patienceToStop = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<int> RunAsync(RunRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        var inputs = SweepInputs.Read(request.File);
        using var folder = ResultsFolder.Open(request.OutFolder, inputs.SpecHash);
        if (FinishedSweep.TryRead(folder, inputs) is { } known)
        {
            await terminal.Error.WriteLineAsync($"Finished before; the results are in {folder.Path}.");
            await PrintAsync(terminal, folder, known);
            return ExitCode.Success;
        }

        DiskRoom.Around(folder.Path).CheckForStart();
        await using var log = RunLog.Open(folder);
        await using var cluster = await StartClusterAsync(folder, inputs, request, terminal, log.Logger, cancellationToken);
        if (!cluster.IsRepeatable)
        {
            await terminal.Error.WriteLineAsync("note: on this machine the models' results depend on the batch; outcomes may differ between runs.");
        }

        try
        {
            return await RunAsync(new SweepClient(cluster.Grains, inputs.Spec.Name), inputs, folder, cluster.IsRepeatable, terminal, log.Logger, cancellationToken);
        }
        catch (Exception failed) when (failed is DiskFullException or StoreFailedException)
        {
            cluster.ShortenShutdown();
            throw;
        }
    }

    private static async Task<LocalCluster> StartClusterAsync(
        ResultsFolder folder, SweepInputs inputs, RunRequest request, Terminal terminal, ILogger log, CancellationToken cancellationToken)
    {
        LogSettings(request.Settings, log);
        var options = request.Settings.Options;
        var engines = await new EngineSettings(options.Engine, options.Execution).OpenAsync(inputs.Proposer, inputs.Verifier);
        try
        {
            folder.Claim(inputs.Spec, inputs.SpecHash); // Not before: a sweep whose models do not run has no results.
            using var opening = await StoreOpening.BeginAsync(folder.File(StoreFolder), terminal);
            return await LocalCluster.StartAsync(folder.File(StoreFolder), engines, options, request.Strategies, log, cancellationToken);
        }
        catch (Exception failed)
        {
            await engines.DisposeAsync();
            throw failed is StorageException ? StoreFailedException.AtStart(failed) : failed;
        }
    }

    private static void LogSettings(EffectiveSettings settings, ILogger log)
    {
        foreach (var setting in settings.All.Where(setting => setting.Place is not null))
        {
            var value = setting.Setting.Kind.Show(setting.Value);
            log.Information("Setting {Key} is {Value}, set by {Place}", setting.Setting.Key, value, $"{setting.Place}");
        }
    }

    private async Task<int> RunAsync(
        SweepClient client, SweepInputs inputs, ResultsFolder folder, bool isRepeatable, Terminal terminal, ILogger log, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var watch = new SweepWatch(client, inputs, time);
        try
        {
            await StartAsync(client, inputs, folder, cancellationToken);
            var updates = DiskRoom.Around(folder.Path).GuardAsync(watch.UpdatesAsync(cancellationToken), cancellationToken);
            await new ProgressView(terminal, time).ShowAsync(updates, cancellationToken);
        }
        catch (Exception stop) when (stop is OperationCanceledException or DiskFullException)
        {
            await TryStopAsync(client, log);
            throw;
        }

        var status = await client.StatusAsync();
        var outcomes = await client.OutcomesAsync();
        if (outcomes.Length + status.TrialsFailed != inputs.Trials)
        {
            throw new InvalidOperationException(
                $"Of {inputs.Trials} trials {outcomes.Length} have outcomes and {status.TrialsFailed} failed; the same command goes on.");
        }

        var timing = await watch.TimingAsync(time.GetElapsedTime(started), isRepeatable);
        var summary = SummaryBuilder.Build(inputs.Spec, inputs.Header, outcomes, timing);
        ResultsWriter.Write(folder, summary, outcomes);
        await PrintAsync(terminal, folder, summary);
        return await ReportFailuresAsync(terminal, status);
    }

    private static async Task StartAsync(SweepClient client, SweepInputs inputs, ResultsFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            await client.StartAsync(inputs.Submission, cancellationToken);
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException)
        {
            throw StoreFailedException.Unusable(folder.File(StoreFolder), cause);
        }
    }

    private static async Task PrintAsync(Terminal terminal, ResultsFolder folder, SweepSummary summary)
    {
        try
        {
            await terminal.Output.WriteAsync(SummaryTable.Plain(summary, ResultsWriter.RuleForLevels(summary)));
            await terminal.Output.FlushAsync();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new TableNotPrintedException(folder.Path, cause);
        }
    }

    // What is finished is saved whether or not the sweep can be told: an interrupt stays an interrupt.
    private async Task TryStopAsync(SweepClient client, ILogger log)
    {
        try
        {
            await client.StopAsync().WaitAsync(_patienceToStop, time);
        }
        catch (Exception cause)
        {
            log.Warning(cause, "The sweep could not be told to stop");
        }
    }

    private static async Task<int> ReportFailuresAsync(Terminal terminal, SweepStatus status)
    {
        if (status.TrialsFailed == 0)
        {
            return ExitCode.Success;
        }

        await terminal.Error.WriteLineAsync(
            $"{status.TrialsFailed} trials failed and are missing above; the same command tries them again. Reasons of the first {status.Failures.Length}:");
        foreach (var reason in status.Failures.GroupBy(failure => failure.Reason).OrderByDescending(group => group.Count()))
        {
            await terminal.Error.WriteLineAsync(SafeText.Terminal($"  {reason.Count()} × {reason.Key} (first: problem {reason.First().Trial.ProblemId})"));
        }

        return ExitCode.FailedTrials;
    }
}
