using System.Collections.Immutable;
using Orleans.Concurrency;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Terms;
using Reckon.Search;
using Reckon.Search.Costs;

namespace Reckon.Contracts.Sweeps;

/// <summary>Runs one sweep: admits problems in a bounded window, keeps the budgets, adds the outcomes up. Key: the sweep's id.</summary>
[Alias("reckon.coordinator")]
public interface ICoordinatorGrain : IGrainWithStringKey
{
    /// <summary>
    /// Hands in the problems of one chunk, before the sweep is started. Repeating the call changes nothing; chunks may come in any order, and
    /// several at once.
    /// </summary>
    /// <param name="terms">The sweep's terms.</param>
    /// <param name="chunk">The chunk's number, from 0; it begins with the problem at <see cref="SweepStart.ChunkSize"/> times as many.</param>
    /// <param name="problems">Its problems, in the dataset's order.</param>
    /// <exception cref="SweepConflictException">The id belongs to a sweep with another spec, which this one does not amend.</exception>
    /// <exception cref="SweepRefusedException">The spec cannot be run there, for example because a strategy is not known.</exception>
    /// <exception cref="SweepPhaseException">The sweep was cancelled.</exception>
    [Alias("add-problems"), AlwaysInterleave]
    Task AddProblemsAsync(SweepTerms terms, int chunk, ImmutableArray<Problem> problems);

    /// <summary>Starts the sweep, resumes it, or tries again what has failed. Repeating the call changes nothing.</summary>
    /// <exception cref="SweepConflictException">The id belongs to a sweep with another spec, which this one does not amend.</exception>
    /// <exception cref="SweepRefusedException">The spec cannot be run there, or not all problems have been handed in.</exception>
    /// <exception cref="SweepPhaseException">The sweep was cancelled.</exception>
    [Alias("start")]
    Task StartAsync(SweepStart start, CancellationToken cancellationToken = default);

    /// <summary>Has the sweep loaded where it is to run, if it runs; after the loss of its silo it goes on from there.</summary>
    [Alias("ensure-open")]
    Task EnsureOpenAsync();

    /// <summary>Pauses the sweep: admits no problems and asks the running ones to stop; what is finished stays.</summary>
    [Alias("stop"), AlwaysInterleave]
    Task StopAsync(SweepOrder order);

    /// <summary>Goes on after a pause; a sweep that runs or is finished stays as it is.</summary>
    /// <exception cref="SweepPhaseException">It was cancelled, or there is none.</exception>
    [Alias("resume")]
    Task ResumeAsync(SweepOrder order);

    /// <summary>Ends the sweep for good; what is finished can still be read.</summary>
    /// <exception cref="SweepPhaseException">It is finished, or there is none.</exception>
    [Alias("cancel")]
    Task CancelAsync(SweepOrder order);

    /// <summary>Changes how the sweep shares the workers; what runs already goes on, with the new priority.</summary>
    /// <exception cref="SweepPhaseException">It is over, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    [Alias("retune")]
    Task RetuneAsync(SweepTuning tuning, SweepOrder order);

    /// <summary>Tries the failed trials again; returns how many there are. The sweep runs on, or runs again.</summary>
    /// <exception cref="SweepPhaseException">It is paused or cancelled, or there is none.</exception>
    [Alias("requeue")]
    Task<int> RequeueAsync(SweepOrder order);

    /// <summary>
    /// Deletes the sweep: its problems, outcomes, trees and events. What search nodes have drawn stays, for other sweeps may use it.
    /// </summary>
    /// <exception cref="SweepPhaseException">It runs.</exception>
    [Alias("delete"), ResponseTimeout("00:10:00")]
    Task DeleteAsync(SweepOrder order);

    /// <summary>At most <paramref name="most"/> of the things that happened to the sweep, from the number <paramref name="first"/> on.</summary>
    [Alias("events"), ReadOnly, AlwaysInterleave]
    Task<ImmutableArray<SweepEvent>> GetEventsAsync(long first, int most);

    /// <summary>How far the sweep is. Cheap; made for polling.</summary>
    [Alias("status"), ReadOnly, AlwaysInterleave]
    Task<SweepStatus> GetStatusAsync();

    /// <summary>How far the sweep is, for those who watch it. Cheap; made for polling.</summary>
    [Alias("figures"), ReadOnly, AlwaysInterleave]
    Task<SweepFigures> GetFiguresAsync();

    /// <summary>The terms of the sweep; null where nothing has been submitted.</summary>
    [Alias("terms"), ReadOnly, AlwaysInterleave]
    Task<SweepTerms?> GetTermsAsync();

    /// <summary>What the sweep is; null where nothing has been submitted.</summary>
    [Alias("details"), ReadOnly, AlwaysInterleave]
    Task<SweepDetails?> GetDetailsAsync();

    /// <summary>
    /// At most <paramref name="most"/> problems of the sweep, in order, from the place <paramref name="first"/> on; empty after the last one.
    /// </summary>
    /// <param name="first">A place, from 0.</param>
    /// <param name="most">At least 1.</param>
    /// <param name="withTrials">Whether their finished trials are read from the store, too.</param>
    [Alias("problems"), ReadOnly, AlwaysInterleave]
    Task<ImmutableArray<ProblemEntry>> GetProblemsAsync(int first, int most, bool withTrials);

    /// <summary>The place, from 0, of the problem called <paramref name="problemId"/>, however its id is composed.</summary>
    /// <exception cref="KeyNotFoundException">The sweep has none; the message names one with a similar id.</exception>
    [Alias("find-problem"), ReadOnly, AlwaysInterleave]
    Task<int> FindProblemAsync(string problemId);

    /// <summary>The ids of the sweep's problems, in order; empty where nothing has been submitted.</summary>
    [Alias("problem-ids"), ReadOnly, AlwaysInterleave]
    Task<ImmutableArray<string>> GetProblemIdsAsync();

    /// <summary>
    /// Outcome documents from the store, in the order of problems and trials, from <paramref name="from"/> on; the default is the first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place in the sweep.</exception>
    [Alias("outcomes"), ReadOnly, AlwaysInterleave]
    Task<OutcomePage> GetOutcomesAsync(OutcomeCursor from);

    /// <summary>
    /// The trees of the problem at <paramref name="place"/>, from 0, in the dataset's order: see
    /// <see cref="IProblemGrain.GetTreesAsync"/>.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such place in the sweep.</exception>
    [Alias("trees"), AlwaysInterleave, ResponseTimeout("00:10:00")]
    Task<byte[]> GetTreesAsync(int place, CancellationToken cancellationToken = default);

    /// <summary>
    /// Grants a trial of a problem spending up to the total <paramref name="upTo"/>; false when its budget does not cover it.
    /// </summary>
    [Alias("reserve")]
    Task<bool> TryReserveAsync(TrialKey trial, Cost upTo);

    /// <summary>Records the total that a trial has spent; the rest of its grant returns.</summary>
    [Alias("settle")]
    Task SettleAsync(TrialKey trial, Cost total);

    /// <summary>Delivers what a problem has finished. Delivering it again changes nothing but what was used, which is counted again.</summary>
    [Alias("report")]
    Task ReportAsync(ProblemReport report);

    /// <summary>
    /// Records that a problem has paused because the cluster or its store did not answer. It is started again; one that
    /// pauses for minutes and finishes nothing is given up, and its missing trials count as failed.
    /// </summary>
    [Alias("paused"), OneWay]
    Task PausedAsync(string problemId, string reason);
}
