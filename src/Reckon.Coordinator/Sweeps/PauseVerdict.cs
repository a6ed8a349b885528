namespace Reckon.Coordinator.Sweeps;

/// <summary>What to do with a problem that has paused.</summary>
internal enum PauseVerdict
{
    /// <summary>Start it again: the cause may be temporary.</summary>
    TryAgain,

    /// <summary>Report it as failed: it has paused too often, for too long.</summary>
    GiveUp,
}
