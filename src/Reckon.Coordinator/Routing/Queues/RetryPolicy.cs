using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Decides which requests are sent again.</summary>
/// <param name="MaxAttempts">How often workers may fail on a request, at least 1.</param>
internal readonly record struct RetryPolicy(int MaxAttempts)
{
    /// <summary>What becomes of a request.</summary>
    /// <param name="status">The worker's answer; null when the worker could not be reached.</param>
    /// <param name="failures">Times that a worker failed on the request, this one included.</param>
    /// <param name="isCancelled">Whether the sender has given up.</param>
    /// <remarks>
    /// A full or unreachable worker is not a failure of the request, so such a request is sent again without limit:
    /// the membership shows in time whether the worker is gone.
    /// </remarks>
    public RequestFate FateOf(WorkStatus? status, int failures, bool isCancelled) => status switch
    {
        WorkStatus.Done or WorkStatus.Rejected => RequestFate.Answered,
        _ when isCancelled => RequestFate.Dropped,
        WorkStatus.Failed when failures >= MaxAttempts => RequestFate.GivenUp,
        _ => RequestFate.WaitsAgain,
    };
}
