namespace Reckon.Coordinator.Routing;

/// <summary>Sends requests to a worker and returns its answers. Never throws: a worker out of reach is a result too.</summary>
internal sealed class Forwarder<TRequest, TReply>(Forwarder<TRequest, TReply>.Call call)
{
    /// <summary>Sends requests to a worker and returns its answers, one for each request, in order.</summary>
    public delegate Task<WorkAnswers<TReply>> Call(
        string worker, IReadOnlyList<TRequest> requests, CancellationToken cancellationToken);

    /// <summary>Has <paramref name="items"/> served by <paramref name="worker"/>.</summary>
    public async Task<Delivery<TReply>> SendAsync(string worker, IReadOnlyList<WorkItem<TRequest, TReply>> items)
    {
        try
        {
            var (answers, report) = await call(worker, [.. items.Select(item => item.Request)], Abandonment(items));
            return answers.Count == items.Count
                ? new Delivery<TReply>([.. answers.Select(answer => (WorkAnswer<TReply>?)answer)], report, answers[^1].Error)
                : Unreached(items.Count, $"The worker answered {answers.Count} of {items.Count} requests.");
        }
        catch (Exception cause)
        {
            // The worker's silo or the way to it failed; none of the requests has a reply.
            return Unreached(items.Count, cause.Message);
        }
    }

    private static Delivery<TReply> Unreached(int count, string reason) => new(new WorkAnswer<TReply>?[count], Report: null, reason);

    // Cancelled when all senders have given up, so that the worker may drop the work; or when all have their replies, and
    // then nothing listens. Its source is not disposed: it holds nothing, and would throw in the second case.
    private static CancellationToken Abandonment(IReadOnlyList<WorkItem<TRequest, TReply>> items)
    {
        var abandoned = new CancellationTokenSource();
        _ = Task.WhenAll(items.Select(item => item.Reply)).ContinueWith(
            _ => abandoned.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return abandoned.Token;
    }
}
