namespace Reckon.Contracts.Problems;

/// <summary>Runs every trial of one problem of a sweep. Key: sweep id, '/', problem id.</summary>
[Alias("reckon.problem")]
public interface IProblemGrain : IGrainWithStringKey
{
    /// <summary>
    /// Sees to it that the trials run, and returns at once; what is finished comes to the coordinator as a report. Made to be
    /// repeated: it starts what is not running and changes nothing else.
    /// </summary>
    [Alias("ensure-running")]
    Task EnsureRunningAsync(ProblemAssignment assignment);

    /// <summary>
    /// The trees of the trials that have an outcome, as a member of a gzip file: lines of JSON. Waits for a run that is under way. What was
    /// lost is made again from what the search nodes remember.
    /// </summary>
    [Alias("trees"), ResponseTimeout("00:10:00")]
    Task<byte[]> GetTreesAsync(ProblemAssignment assignment, CancellationToken cancellationToken = default);

    /// <summary>Gives the running trial up; finished outcomes stay.</summary>
    [Alias("stop")]
    Task StopAsync();
}
