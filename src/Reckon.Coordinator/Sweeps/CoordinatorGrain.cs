using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.GrainDirectory;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Problems;
using Reckon.Evaluation.Documents;
using Reckon.Search.Costs;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// Runs one sweep. It saves nothing but the submission: a coordinator that is activated again admits the
/// problems again, and those that are done report at once.
/// </summary>
[KeepAlive, GrainDirectory(CoordinatorNames.GrainDirectory)]
internal sealed class CoordinatorGrain(
    [PersistentState("coordinator", CoordinatorNames.GrainState)] IPersistentState<CoordinatorState> saved,
    SweepPlans plans,
    IOptions<CoordinatorOptions> options,
    TimeProvider time,
    ILogger<CoordinatorGrain> logger) : Grain, ICoordinatorGrain
{
    private readonly HashSet<(int Place, string SpecHash)> _starting = []; // Problems that are being asked right now.
    private PauseBook _pauses = new(time);
    private SweepBoard? _board;
    private BudgetBook? _budgets;
    private IGrainTimer? _check;
    private long? _opened; // When the clock of this run was started.

    private SweepSubmission Submission =>
        saved.State.Submission ?? throw new InvalidOperationException($"No sweep '{this.GetPrimaryKeyString()}' has been submitted.");

    private TimeSpan Elapsed => saved.State.Elapsed + (_opened is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (saved.State is { Submission: not null, IsStopped: false })
        {
            Open();
            await AdmitAsync();
        }

        await base.OnActivateAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StartAsync(SweepSubmission submission, CancellationToken cancellationToken = default)
    {
        Check(submission); // Before it is saved: a saved submission that cannot be read would block the next one.
        if (saved.State.Submission is { Terms.SpecHash: var known }
            && known != submission.Terms.SpecHash && !submission.Terms.AddsTo(known))
        {
            throw new SweepConflictException(this.GetPrimaryKeyString());
        }

        // Terms of one hash may differ in what changes no result, such as whether trees are kept.
        var isChanged = saved.State.Submission?.Terms != submission.Terms;
        if (isChanged || saved.State.IsStopped)
        {
            if (saved.State.Submission?.Terms.SpecHash != submission.Terms.SpecHash)
            {
                (saved.State.Admitted, saved.State.Elapsed, _opened) = (0, TimeSpan.Zero, null); // Of the sweep that this one adds to.
            }

            (saved.State.Submission, saved.State.IsStopped) = (submission, false);
            await saved.WriteStateAsync(cancellationToken);
        }

        if (isChanged || _board is null or { IsFinished: true, HasFailures: true } || _check is null)
        {
            Open(); // From the start: what is done is reported again, and what failed is tried again.
        }

        await AdmitAsync();
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        if (saved.State.Submission is null || _board is { IsFinished: true })
        {
            return;
        }

        saved.State.IsStopped = true; // First, so that nothing is admitted during the awaits below.
        (saved.State.Elapsed, _opened) = (Elapsed, null);
        _check?.Dispose();
        _check = null;
        await Task.WhenAll((_board?.Running ?? []).Select(StopAsync));
        await saved.WriteStateAsync();
    }

    /// <inheritdoc/>
    public Task<SweepStatus> GetStatusAsync()
    {
        var phase = saved.State switch
        {
            { Submission: null } => SweepPhase.Unknown,
            { IsStopped: true } => SweepPhase.Stopped,
            _ => _board is { IsFinished: true } ? SweepPhase.Finished : SweepPhase.Running,
        };
        return Task.FromResult(_board?.Status(phase) ?? new SweepStatus(phase, 0, 0, 0, [], [], 0, 0, 0, 0));
    }

    /// <inheritdoc/>
    public Task<OutcomePage> GetOutcomesAsync(int skip, int take) =>
        Task.FromResult(_board?.Outcomes(skip, take) ?? new OutcomePage([], true));

    /// <inheritdoc/>
    public Task<byte[]> GetTreesAsync(int place, CancellationToken cancellationToken = default) =>
        Problem(place).GetTreesAsync(Assignment(place), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryReserveAsync(TrialKey trial, Cost upTo) => Task.FromResult(Budgets().TryReserve(trial, upTo));

    /// <inheritdoc/>
    public Task SettleAsync(TrialKey trial, Cost total)
    {
        Budgets().Settle(trial, total);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task ReportAsync(ProblemReport report)
    {
        if (_board is null || report.SpecHash != Submission.Terms.SpecHash)
        {
            return; // Not open, or amended since; the problem keeps its outcomes and reports them again.
        }

        _board.Record(report);
        _pauses.Clear(report.ProblemId);
        foreach (var outcome in report.Outcomes)
        {
            Budgets().Close(new TrialKey(report.ProblemId, outcome.Trial));
        }

        foreach (var failure in report.Failures)
        {
            Budgets().Close(failure.Trial);
        }

        if (report.IsComplete)
        {
            await AdmitAsync();
        }
    }

    /// <inheritdoc/>
    public async Task PausedAsync(string problemId, string reason)
    {
        if (_board is not null && _pauses.RecordPause(problemId) is PauseVerdict.GiveUp)
        {
            logger.LogError("Problem {Problem} has paused too often and is given up: {Reason}", problemId, reason);
            await ReportAsync(_board.GiveUp(problemId, reason) with { SpecHash = Submission.Terms.SpecHash });
        }
    }

    private void Open()
    {
        var plan = plans.Of(Submission.Terms);
        var admission = new AdmissionBook(plan.Spec.SweepBudget, plan.Spec.Budget, plan.Trials.Length, saved.State.Admitted);
        _opened ??= time.GetTimestamp();
        _board = new SweepBoard(
            [.. Submission.Problems.Select(problem => problem.Id)],
            [.. plan.Trials.Select(trial => trial.Strategy.N)],
            plan.Spec.Selectors.Length,
            admission);
        _budgets = new BudgetBook(plan.Spec.Budget, plan.Terms.Price.Sizes);
        _pauses = new PauseBook(time);
        _check?.Dispose();
        _check =
            this.RegisterGrainTimer(CheckAsync, new GrainTimerCreationOptions(options.Value.CheckInterval, options.Value.CheckInterval));
    }

    private void Check(SweepSubmission submission)
    {
        try
        {
            plans.Of(submission.Terms);
        }
        catch (JsonException cause)
        {
            throw new SweepRefusedException(this.GetPrimaryKeyString(), cause.Message);
        }
    }

    private BudgetBook Budgets() => _budgets ??= new BudgetBook(plans.Of(Submission.Terms).Spec.Budget, Submission.Terms.Price.Sizes);

    private async Task AdmitAsync()
    {
        if (_board is null || saved.State.IsStopped)
        {
            return;
        }

        var admitted = _board.Admit(options.Value.MaxProblemsRunning, Elapsed);
        if (admitted.Count > 0)
        {
            await SaveAdmissionAsync(Math.Max(saved.State.Admitted, admitted[^1] + 1));
        }

        if (!saved.State.IsStopped) // Else it was stopped meanwhile.
        {
            StartAll(admitted);
        }
    }

    // A sweep that is resumed has the time that is left, and keeps the problems that it had admitted.
    private async Task SaveAdmissionAsync(int admitted)
    {
        if (plans.Of(Submission.Terms).Spec.SweepBudget is not null && _opened is not null)
        {
            (saved.State.Admitted, saved.State.Elapsed, _opened) = (admitted, Elapsed, time.GetTimestamp());
            await saved.WriteStateAsync();
        }
    }

    // Asking a problem whose silo was lost whether it runs places and starts it again.
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_board is { IsFinished: true })
        {
            _check?.Dispose();
        }

        StartAll([.. _board!.Running]);
        await SaveAdmissionAsync(saved.State.Admitted);
    }

    // Not awaited: a problem on a silo that hangs must not delay the others' grants.
    private void StartAll(IReadOnlyList<int> places)
    {
        foreach (var place in places.Where(place => _starting.Add((place, Submission.Terms.SpecHash))))
        {
            _ = StartAsync(place);
        }
    }

    private async Task StartAsync(int place)
    {
        var submission = Submission;
        try
        {
            await Problem(place).EnsureRunningAsync(Assignment(place));
        }
        catch (Exception cause)
        {
            logger.LogWarning(cause, "Problem {Problem} could not be started; it will be asked again shortly",
                submission.Problems[place].Id);
            await PausedAsync(submission.Problems[place].Id, cause.Message);
        }
        finally
        {
            _starting.Remove((place, submission.Terms.SpecHash));
        }
    }

    private async Task StopAsync(int place)
    {
        try
        {
            await Problem(place).StopAsync();
        }
        catch (Exception cause)
        {
            logger.LogWarning(cause, "Problem {Problem} could not be stopped", Submission.Problems[place].Id);
        }
    }

    private ProblemAssignment Assignment(int place) => new(this.GetPrimaryKeyString(), Submission.Problems[place], Submission.Terms);

    private IProblemGrain Problem(int place) =>
        GrainFactory.GetGrain<IProblemGrain>($"{this.GetPrimaryKeyString()}/{Submission.Problems[place].Id}");
}
