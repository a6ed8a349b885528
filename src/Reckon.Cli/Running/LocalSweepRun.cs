using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Progress;
using Reckon.Cli.Results;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Grading;
using Reckon.Storage;
using Reckon.Worker;
using Serilog;

namespace Reckon.Cli.Running;

/// <summary>
/// Runs a sweep on a cluster of one process, its store in the folder of results. The same command again resumes where the last one
/// stopped, whatever stopped it.
/// </summary>
internal sealed class LocalSweepRun(TimeProvider time) : IRunSweep
{
    private const string StoreFolder = "store";

    // The store answers within seconds, or never.
    private static readonly TimeSpan _patienceToStop = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<int> RunAsync(RunRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        var inputs = request.Inputs;
        await using var dashboard = new RunDashboard(request, terminal);
        if (FinishedSweep.TryRead(request.OutFolder, inputs) is { } known) // Read before the folder is held: it may not be writable.
        {
            var told = await TellAsync(known, request.OutFolder, terminal);
            await dashboard.StayAsync(cancellationToken);
            return told;
        }

        if (ProcessLimits.OfProcess() is { IsShortOfFiles: true, OpenFiles: { } files })
        {
            throw new TooFewFilesException(files);
        }

        // A new folder is not made before the models are open: what is refused leaves nothing behind.
        await using var engines = new LateEngines(() => OpenEnginesAsync(request, cancellationToken));
        if (!Directory.Exists(request.OutFolder))
        {
            await engines.OpenAsync();
        }

        using var folder = ResultsFolder.Open(request.OutFolder, inputs.Record.Identity, request.IsAmending);
        await WarnOfLostStoreAsync(folder, terminal);
        DiskRoom.Around(folder.Path).CheckForStart();
        await using var log = RunLog.Open(folder);
        var results = await RunOnClusterAsync(request, engines, folder, dashboard, terminal, log.Logger, cancellationToken);
        await ResultsPrinter.PrintTableAsync(terminal, folder.Path, results.Summary);
        var notRun = await ResultsPrinter.ReportNotRunAsync(terminal, results.Summary);
        var code = results.Status.TrialsFailed > 0 ? await ResultsPrinter.ReportFailuresAsync(terminal, results.Status) : notRun;
        await dashboard.StayAsync(cancellationToken);
        return code;
    }

    private async Task<SweepResults> RunOnClusterAsync(
        RunRequest request, LateEngines engines, ResultsFolder folder, RunDashboard dashboard, Terminal terminal, ILogger log,
        CancellationToken cancellationToken)
    {
        var inputs = request.Inputs;
        await using var cluster = await StartClusterAsync(engines, folder, request, terminal, log, cancellationToken);
        try
        {
            await dashboard.StartAsync(cluster.Grains, log, cancellationToken);
            var results = await FollowAsync(cluster, inputs, folder, terminal, log, cancellationToken);
            ResultsWriter.WriteSummary(folder, results.Summary);
            dashboard.ShowFolder();
            return results;
        }
        catch
        {
            await dashboard.DisposeAsync(); // Before the cluster, which it asks.
            throw;
        }
    }

    private static async Task<int> TellAsync(SweepSummary summary, string folder, Terminal terminal)
    {
        await terminal.Error.WriteLineAsync($"Finished before; the results are in {folder}.");
        if (summary.Grader.Version != GradingVersion.Current)
        {
            await terminal.Error.WriteLineAsync(
                $"note: they were graded with version {summary.Grader.Version} of grading; "
                + $"this program has version {GradingVersion.Current}."
                + " 'reckon regrade' grades them again, without a model.");
        }

        await ResultsPrinter.PrintTableAsync(terminal, folder, summary);
        return await ResultsPrinter.ReportNotRunAsync(terminal, summary);
    }

    private static async Task WarnOfLostStoreAsync(ResultsFolder folder, Terminal terminal)
    {
        if (!folder.Amends.IsEmpty && !Directory.Exists(folder.File(StoreFolder)))
        {
            await terminal.Error.WriteLineAsync(
                $"warning: '{folder.File(StoreFolder)}' is gone, and with it what was drawn before: "
                + "it is drawn again, with the same results.");
        }
    }

    private static async Task<LocalCluster> StartClusterAsync(
        LateEngines engines, ResultsFolder folder, RunRequest request, Terminal terminal, ILogger log, CancellationToken cancellationToken)
    {
        LogSettings(request.Settings, log);
        var opened = await engines.TakeAsync();
        try
        {
            folder.Claim(request.Inputs.Record); // Not before: a sweep whose models do not run has no results.
            using var opening = await StoreOpening.BeginAsync(folder.File(StoreFolder), terminal);
            return await LocalCluster.StartAsync(folder.File(StoreFolder), opened, request.Settings.Options, request.Strategies, log, cancellationToken);
        }
        catch (Exception failed)
        {
            await opened.DisposeAsync();
            throw failed is StorageException ? StoreFailedException.AtStart(failed) : failed;
        }
    }

    private static Task<DeviceEngines> OpenEnginesAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var (options, inputs) = (request.Settings.Options, request.Inputs);
        return new EngineSettings(options.Engine, options.Execution)
            .OpenAsync([inputs.Proposer.Folder!], inputs.Verifier is { Folder: { } judge } ? [judge] : [], cancellationToken);
    }

    private static void LogSettings(EffectiveSettings settings, ILogger log)
    {
        foreach (var setting in settings.All.Where(setting => setting.Place is not null))
        {
            var value = setting.Setting.Kind.Show(setting.Value);
            log.Information("Setting {Key} is {Value}, set by {Place}", setting.Setting.Key, value, $"{setting.Place}");
        }
    }

    // Whatever ends the run, finished trials are saved: the same command resumes.
    private async Task<SweepResults> FollowAsync(
        LocalCluster cluster, SweepInputs inputs, ResultsFolder folder, Terminal terminal, ILogger log, CancellationToken cancellationToken)
    {
        foreach (var note in ChanceNotes.Of(cluster.IsRepeatable, inputs.HasServer, inputs.Spec))
        {
            await terminal.Error.WriteLineAsync($"note: {note}; outcomes may differ between runs.");
        }

        var session = new SweepSession(new SweepClient(cluster.Grains, inputs.Spec.Name), inputs, time);
        try
        {
            await StartAsync(session, folder, cancellationToken);
            var updates = DiskRoom.Around(folder.Path).GuardAsync(session.UpdatesAsync(cancellationToken), cancellationToken);
            var room = MemoryRoom.OfProcess(warning => WarnAsync(warning, terminal, log));
            await new ProgressView(terminal, time).ShowAsync(room.GuardAsync(updates, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await TryStopAsync(session, log);
            throw;
        }
        catch (DiskFullException)
        {
            await TryStopAsync(session, log);
            cluster.ShortenShutdown();
            throw;
        }
        catch (StoreFailedException)
        {
            cluster.ShortenShutdown();
            throw;
        }

        var timing = session.TimingAsync(cluster.IsRepeatable); // It waits for reports; the trees are written meanwhile.
        var figures = inputs.Spec.KeepsTrees
            ? await TreesArchive.WriteAsync(folder, inputs.Spec, session.TreesAsync(cancellationToken), cancellationToken)
            : null;
        List<TrialOutcome> outcomes = [];
        await ResultsWriter.WriteOutcomesAsync(folder, session.OutcomesAsync(outcomes.Add, cancellationToken));
        return await session.ResultsAsync(outcomes, await timing, figures);
    }

    private static Task WarnAsync(string warning, Terminal terminal, ILogger log)
    {
        log.Warning("{Warning}", warning);
        return terminal.Error.WriteLineAsync(warning);
    }

    private static async Task StartAsync(SweepSession session, ResultsFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            await session.StartAsync(folder.Amends, cancellationToken);
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException)
        {
            throw StoreFailedException.Unusable(folder.File(StoreFolder), cause);
        }
    }

    // Finished trials are saved even if this call fails: an interrupt stays an interrupt.
    private async Task TryStopAsync(SweepSession session, ILogger log)
    {
        try
        {
            await session.StopAsync().WaitAsync(_patienceToStop, time);
        }
        catch (Exception cause)
        {
            log.Warning(cause, "The sweep could not be stopped");
        }
    }
}
