using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.GrainDirectory;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Pools;
using Reckon.Coordinator.Problems;
using Reckon.Coordinator.Stores;
using Reckon.Coordinator.Telemetry;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// Runs one sweep: carries out what <see cref="OpenSweep"/> decides. It saves no list of what is done: a coordinator that is activated
/// again admits the problems again, and those that are done report at once. In memory it keeps ids, bits and counts, and the problems packed.
/// </summary>
[GrainDirectory(CoordinatorNames.GrainDirectory)]
internal sealed partial class CoordinatorGrain : Grain, ICoordinatorGrain, IDisposable
{
    private readonly SweepRecords _records;
    private readonly SweepPlans _plans;
    private readonly PoolLoads _loads;
    private readonly SweepInstruments _instruments;
    private readonly CoordinatorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SavedSweep _saved;
    private readonly ProblemCalls _calls;
    private SubmittedProblems? _problems;
    private OpenSweep? _open;
    private BudgetBook? _stray; // For problems that still run when the sweep is not open.
    private IGrainTimer? _check;
    private IGrainTimer? _measure;
    private Activity? _span; // Of the sweep while it is loaded; null while nobody listens.
    private long? _since; // When the clock of this run was started.

    public CoordinatorGrain(
        [PersistentState("sweep", CoordinatorNames.GrainState)] IPersistentState<SweepState> saved,
        SweepRecords records,
        SweepPlans plans,
        PoolLoads loads,
        SweepInstruments instruments,
        IOptions<CoordinatorOptions> options,
        TimeProvider time,
        ILogger<CoordinatorGrain> logger)
    {
        (_records, _plans, _loads, _instruments, _options, _time, _logger) = (records, plans, loads, instruments, options.Value, time, logger);
        _saved = new SavedSweep(Id, saved, records);
        _calls = new ProblemCalls(GrainFactory, PausedAsync, CheckSoon, logger);
    }

    private string Id => this.GetPrimaryKeyString();

    private SweepState State => _saved.State;

    private TimeSpan Elapsed => State.Elapsed + (_since is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero);

    private SweepUse Use => new(Elapsed, State.ServerUsage.Money - State.BilledBefore);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (State.Phase == SweepPhase.Running)
        {
            await ReopenAsync();
        }

        await base.OnActivateAsync(cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>A store that was emptied since the last check gets the sweep again: nobody else may have it.</remarks>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        HideFigures();
        if (_check is not null && State.Phase == SweepPhase.Running && _problems is { } problems)
        {
            await TryRewriteAsync(problems, cancellationToken);
        }

        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task AddProblemsAsync(SweepTerms terms, int chunk, ImmutableArray<Problem> problems)
    {
        Check(terms);
        ArgumentOutOfRangeException.ThrowIfNegative(chunk);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(problems.Length, SweepStart.ChunkSize, nameof(problems));
        await _records.AddProblemsAsync(Id, terms, chunk, problems);
    }

    /// <inheritdoc/>
    public async Task StartAsync(SweepStart start, CancellationToken cancellationToken = default)
    {
        var plan = Check(start.Terms); // Before it is saved: a saved sweep that cannot be read would block the next one.
        var before = State.Terms;
        if (before == start.Terms && _open is not null && State.Phase == SweepPhase.Running)
        {
            await AdmitAsync();
            return;
        }

        var problems = await _records.TryReadProblemsAsync(Id, start.Terms, start.Problems)
            ?? throw new SweepRefusedException(Id, $"Its {start.Problems} problems were not all handed in, each with an id of its own.");
        await RecordStartAsync(start);
        await _saved.SaveStartAsync(start, plan.Spec.Name);
        if (before is not null && before.SpecHash != start.Terms.SpecHash)
        {
            _since = null;
            await _records.DeleteSubmissionAsync(Id, before.SpecHash);
        }

        Open(plan, problems); // From the start: what is done is reported again, and what failed is tried again.
        await MeasureAsync();
        await AdmitAsync();
    }

    /// <inheritdoc/>
    public Task EnsureOpenAsync() => Task.CompletedTask; // The activation has done it.

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
        State.DeviceSeconds += report.DeviceSeconds;
        State.ServerUsage += report.ServerUsage;
        if (report.IsOfUseAlone)
        {
            // While it runs, the check saves it; and what was deleted stays so.
            await (State.Phase is SweepPhase.Running or SweepPhase.Unknown ? Task.CompletedTask : SaveUsedAsync());
            return;
        }

        // Where the sweep is not open, the problem keeps its outcomes and reports them again.
        if (_open?.Record(report) == true)
        {
            await AdmitAsync();
        }
    }

    /// <inheritdoc/>
    public async Task PausedAsync(string problemId, string reason)
    {
        if (_open?.RecordPause(problemId, reason) is { } givenUp)
        {
            _logger.LogError("Problem {Problem} has paused too often and is given up: {Reason}", problemId, reason);
            await ReportAsync(givenUp);
        }

        CheckSoon();
    }

    /// <inheritdoc/>
    public void Dispose() => _saved.Dispose();

    private SweepPlan Check(SweepTerms terms)
    {
        if (!SweepIds.IsValid(Id))
        {
            throw new SweepRefusedException(Id, $"{SweepIds.Rule} Choose another.");
        }

        if (State.Phase == SweepPhase.Cancelled)
        {
            throw new SweepPhaseException(Id, "was cancelled, which is final. Submit it under another id.");
        }

        if (State.Terms is { SpecHash: var known } && known != terms.SpecHash && !terms.AddsTo(known))
        {
            throw new SweepConflictException(Id);
        }

        try
        {
            return _plans.Of(terms);
        }
        catch (JsonException cause)
        {
            throw new SweepRefusedException(Id, cause.Message);
        }
    }
}
