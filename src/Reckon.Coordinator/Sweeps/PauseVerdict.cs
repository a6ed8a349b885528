namespace Reckon.Coordinator.Sweeps;

/// <summary>What is to be done with a problem that has paused.</summary>
internal enum PauseVerdict
{
    /// <summary>Start it again: what stopped it may pass.</summary>
    TryAgain,

    /// <summary>Report it as failed: it has paused too often, for too long.</summary>
    GiveUp,
}
