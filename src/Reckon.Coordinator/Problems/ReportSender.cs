using Microsoft.Extensions.Logging;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Problems;

/// <summary>
/// Delivers a problem's reports to the sweep's coordinator, each with what the sweep has used on this silo meanwhile. What could not be said is
/// said with the next one.
/// </summary>
/// <param name="sweepId">The sweep.</param>
/// <param name="coordinator">Its coordinator.</param>
/// <param name="used">What sweeps have used on this silo.</param>
/// <param name="logger">Where a coordinator is named that could not be told what servers did.</param>
internal sealed class ReportSender(string sweepId, ICoordinatorGrain coordinator, UsedBySweep used, ILogger logger)
{
    /// <summary>Delivers a report.</summary>
    public Task SendAsync(ProblemReport report) => SendAsync(report, used.Take(sweepId));

    /// <summary>
    /// Delivers <paramref name="empty"/>, in which nothing is finished, if servers have done something for the sweep: they are paid for that, whatever
    /// becomes of the trial. Never fails: the next report says it.
    /// </summary>
    public async Task SendServerUsageAsync(ProblemReport empty)
    {
        if (used.TakeBilled(sweepId) is not { } taken)
        {
            return;
        }

        try
        {
            await SendAsync(empty, taken);
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException)
        {
            logger.LogDebug(cause, "The coordinator of {Sweep} could not be told what servers did", sweepId);
        }
    }

    private async Task SendAsync(ProblemReport report, DeviceUse taken)
    {
        try
        {
            await coordinator.ReportAsync(report with { DeviceSeconds = taken.Time.TotalSeconds, ServerUsage = taken.Server });
        }
        catch
        {
            used.Add(sweepId, taken);
            throw;
        }
    }
}
