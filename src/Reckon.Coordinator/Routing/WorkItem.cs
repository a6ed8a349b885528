using System.Diagnostics;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>A request, and what its sender awaits.</summary>
internal sealed class WorkItem<TRequest, TReply>(TRequest request, ActivityContext round)
{
    private readonly TaskCompletionSource<TReply> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is asked for.</summary>
    public TRequest Request { get; } = request;

    /// <summary>The span in which it was asked for; the default while nobody listens.</summary>
    public ActivityContext Round { get; } = round;

    /// <summary>What the sender awaits.</summary>
    public Task<TReply> Reply => _completion.Task;

    /// <summary>Ends the sender's wait because it has given up.</summary>
    public void Cancel(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);

    /// <summary>Ends the sender's wait if <paramref name="fate"/> is an end. Does nothing if it has ended already.</summary>
    /// <param name="fate">What becomes of the request.</param>
    /// <param name="answer">The worker's answer; null, allowed only for a fate that needs none.</param>
    /// <param name="pool">The pool whose workers tried.</param>
    /// <param name="failures">How often they failed.</param>
    public void Settle(RequestFate fate, WorkAnswer<TReply>? answer, string pool, int failures)
    {
        switch (fate, answer)
        {
            case (RequestFate.Answered, { Status: WorkStatus.Done, Reply: var reply }):
                _completion.TrySetResult(reply!);
                break;
            case (RequestFate.Answered, { Error: var error }):
                _completion.TrySetException(new WorkRejectedException(error!));
                break;
            case (RequestFate.GivenUp, _):
                _completion.TrySetException(new WorkFailedException($"{pool} failed {failures} times, last: {answer?.Error}"));
                break;
        }
    }
}
