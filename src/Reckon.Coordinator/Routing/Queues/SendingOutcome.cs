namespace Reckon.Coordinator.Routing.Queues;

/// <summary>What a sending says about the worker that it went to.</summary>
internal enum SendingOutcome
{
    /// <summary>The worker served it.</summary>
    Served,

    /// <summary>The worker is alive and has no room.</summary>
    Full,

    /// <summary>The worker failed, or could not be reached.</summary>
    Failed,

    /// <summary>Nothing: nobody wanted an answer any more.</summary>
    CalledOff,
}
