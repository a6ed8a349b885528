using Orleans.Concurrency;
using Reckon.Contracts.Problems;
using Reckon.Search.Costs;

namespace Reckon.Contracts.Sweeps;

/// <summary>Runs one sweep: admits problems in a bounded window, keeps the budgets, adds the outcomes up. Key: the sweep's id.</summary>
[Alias("reckon.coordinator")]
public interface ICoordinatorGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts the sweep, or resumes it. Repeating the call changes nothing.
    /// </summary>
    /// <exception cref="SweepConflictException">The id belongs to a sweep with another spec, which this one does not amend.</exception>
    /// <exception cref="SweepRefusedException">The spec cannot be run there, for example because a strategy is not known.</exception>
    [Alias("start")]
    Task StartAsync(SweepSubmission submission, CancellationToken cancellationToken = default);

    /// <summary>Stops admitting problems and asks the running ones to stop; <see cref="StartAsync"/> resumes from there.</summary>
    [Alias("stop"), AlwaysInterleave]
    Task StopAsync();

    /// <summary>How far the sweep is. Cheap; made for polling.</summary>
    [Alias("status"), ReadOnly, AlwaysInterleave]
    Task<SweepStatus> GetStatusAsync();

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

    /// <summary>Delivers what a problem has finished. Delivering it again changes nothing.</summary>
    [Alias("report")]
    Task ReportAsync(ProblemReport report);

    /// <summary>
    /// Records that a problem has paused because the cluster or its store did not answer. It is started again; one that
    /// pauses for minutes and finishes nothing is given up, and its missing trials count as failed.
    /// </summary>
    [Alias("paused"), OneWay]
    Task PausedAsync(string problemId, string reason);
}
