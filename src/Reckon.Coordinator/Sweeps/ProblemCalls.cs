using Microsoft.Extensions.Logging;
using Reckon.Contracts.Problems;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Asks problems to run and to stop, without letting one that does not answer delay the others.</summary>
/// <param name="grains">Reaches the problems.</param>
/// <param name="paused">Is told which problem could not be started, and why.</param>
/// <param name="unreached">Is told that the silo of some problem was not reached, which is not the problem's fault.</param>
/// <param name="logger">Where what went wrong is written.</param>
internal sealed class ProblemCalls(IGrainFactory grains, Func<string, string, Task> paused, Action unreached, ILogger logger)
{
    private readonly HashSet<(string Problem, string SpecHash, int Epoch)> _starting = []; // Those that are being asked right now.

    /// <summary>Asks a problem whether it runs, which places and starts it where it does not. Returns at once.</summary>
    public void Start(ProblemAssignment assignment)
    {
        var problem = (assignment.Problem.Id, assignment.Terms.SpecHash, assignment.Epoch);
        if (_starting.Add(problem))
        {
            _ = StartAsync(assignment, problem);
        }
    }

    /// <summary>Asks problems to stop.</summary>
    public Task StopAsync(string sweepId, IEnumerable<string> problemIds) => Task.WhenAll(problemIds.Select(id => StopAsync(sweepId, id)));

    /// <summary>The trees of a problem.</summary>
    public Task<byte[]> TreesAsync(ProblemAssignment assignment, CancellationToken cancellationToken) =>
        Problem(assignment.SweepId, assignment.Problem.Id).GetTreesAsync(assignment, cancellationToken);

    private async Task StartAsync(ProblemAssignment assignment, (string, string, int) problem)
    {
        try
        {
            await Problem(assignment.SweepId, assignment.Problem.Id).EnsureRunningAsync(assignment);
        }
        catch (Exception cause)
        {
            logger.LogWarning(
                "Problem {Problem} could not be started; it will be asked again shortly: {Reason}", assignment.Problem.Id, cause.Message);
            if (cause is TimeoutException or SiloUnavailableException)
            {
                unreached();
            }
            else
            {
                await paused(assignment.Problem.Id, cause.Message);
            }
        }
        finally
        {
            _starting.Remove(problem);
        }
    }

    private async Task StopAsync(string sweepId, string problemId)
    {
        try
        {
            await Problem(sweepId, problemId).StopAsync();
        }
        catch (Exception cause)
        {
            logger.LogWarning(cause, "Problem {Problem} could not be stopped", problemId);
        }
    }

    private IProblemGrain Problem(string sweepId, string problemId) => grains.GetGrain<IProblemGrain>($"{sweepId}/{problemId}");
}
