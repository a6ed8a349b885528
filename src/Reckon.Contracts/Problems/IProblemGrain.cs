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

    /// <summary>Gives the running trial up; finished outcomes stay.</summary>
    [Alias("stop")]
    Task StopAsync();
}
