namespace Reckon.Coordinator.Routing;

/// <summary>One request on its way. Guarded by the router's lock, but for <see cref="Completion"/>.</summary>
internal sealed class WorkItem<TRequest, TReply>(TRequest request, int weight, string group)
{
    /// <summary>What is wanted.</summary>
    public TRequest Request { get; } = request;

    /// <summary>Children in it.</summary>
    public int Weight { get; } = weight;

    /// <summary>Requests of one group travel together: they are awaited together anyway.</summary>
    public string Group { get; } = group;

    /// <summary>Times that a worker failed on it.</summary>
    public int Failures { get; set; }

    /// <summary>Whether the sender has its answer, or has given up.</summary>
    public bool IsSettled => Completion.Task.IsCompleted;

    /// <summary>What the sender awaits.</summary>
    public TaskCompletionSource<TReply> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
