namespace Reckon.Contracts.Problems;

/// <summary>Runs every trial of one problem of a sweep. Key: sweep id, '/', problem id.</summary>
[Alias("reckon.problem")]
public interface IProblemGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts the trials if they are not running, and returns at once; finished trials are reported to the coordinator. Safe to
    /// repeat: it changes nothing else.
    /// </summary>
    [Alias("ensure-running")]
    Task EnsureRunningAsync(ProblemAssignment assignment);

    /// <summary>
    /// The trees of the trials that have an outcome, as a member of a gzip file: lines of JSON. Waits for trials that are running. What was
    /// lost is made again from what the search nodes remember.
    /// </summary>
    [Alias("trees"), ResponseTimeout("00:10:00")]
    Task<byte[]> GetTreesAsync(ProblemAssignment assignment, CancellationToken cancellationToken = default);

    /// <summary>Stops the running trial; finished outcomes stay.</summary>
    [Alias("stop")]
    Task StopAsync();
}
