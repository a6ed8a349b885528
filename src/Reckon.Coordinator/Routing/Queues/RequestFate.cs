namespace Reckon.Coordinator.Routing.Queues;

/// <summary>What becomes of a request that has been at a worker.</summary>
internal enum RequestFate
{
    /// <summary>It is back in the queue, at the front.</summary>
    WaitsAgain,

    /// <summary>It has no answer from here, and a copy of it waits, or is at another worker.</summary>
    IsElsewhere,

    /// <summary>The worker's answer is final: a reply, or a rejection.</summary>
    Answered,

    /// <summary>Workers have failed on it as often as they may.</summary>
    GivenUp,

    /// <summary>It has no answer, and its sender has given up; or another worker has answered it before.</summary>
    Dropped,
}
