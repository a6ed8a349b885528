namespace Reckon.Coordinator.Routing.Queues;

/// <summary>What a question for a sign of life says about the worker.</summary>
internal enum PulseVerdict
{
    /// <summary>It is there.</summary>
    Heard,

    /// <summary>It is gone, or hangs.</summary>
    Lost,

    /// <summary>It is still gone, or still hangs.</summary>
    StillLost,

    /// <summary>Nothing: this process itself stood still meanwhile.</summary>
    Unknown,
}
