using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Routing;

/// <summary>A request, and what its sender awaits.</summary>
internal sealed class WorkItem<TRequest, TReply>(TRequest request)
{
    private readonly TaskCompletionSource<TReply> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is wanted.</summary>
    public TRequest Request { get; } = request;

    /// <summary>What the sender awaits.</summary>
    public Task<TReply> Reply => _completion.Task;

    /// <summary>Ends the sender's wait: it has given up.</summary>
    public void Cancel(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);

    /// <summary>Ends the sender's wait if <paramref name="fate"/> is an end. Does nothing if it has ended already.</summary>
    /// <param name="fate">What becomes of the request.</param>
    /// <param name="answer">The worker's answer; null, when the worker could not be reached, only for a fate that needs none.</param>
    /// <param name="failure">What to say when the request is given up.</param>
    public void Settle(RequestFate fate, WorkAnswer<TReply>? answer, Func<string?, string> failure)
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
                _completion.TrySetException(new WorkFailedException(failure(answer?.Error)));
                break;
        }
    }
}
