namespace Reckon.Dashboard.Sources;

/// <summary>An order for a sweep.</summary>
public enum SweepAct
{
    /// <summary>Admit no more.</summary>
    Pause,

    /// <summary>Go on after a pause.</summary>
    Resume,

    /// <summary>End it for good.</summary>
    Cancel,

    /// <summary>Try its failed trials again.</summary>
    Requeue,

    /// <summary>Change how it shares the workers.</summary>
    Retune,
}
