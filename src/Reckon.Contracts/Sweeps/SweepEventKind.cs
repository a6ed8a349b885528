namespace Reckon.Contracts.Sweeps;

/// <summary>What happened to a sweep.</summary>
public enum SweepEventKind
{
    /// <summary>It was submitted.</summary>
    Submitted,

    /// <summary>It was submitted again with more to run.</summary>
    Amended,

    /// <summary>It was paused.</summary>
    Paused,

    /// <summary>It goes on after a pause.</summary>
    Resumed,

    /// <summary>Its failed trials are tried again.</summary>
    Requeued,

    /// <summary>It was ended for good.</summary>
    Cancelled,

    /// <summary>Every trial has an outcome or has failed.</summary>
    Finished,

    /// <summary>The store had lost it; it was written again, and what was lost is computed again.</summary>
    Rewritten,

    /// <summary>Its window or its priority was changed.</summary>
    Retuned,

    /// <summary>It was deleted. This stands in the list of what was deleted, since its own is gone.</summary>
    Deleted,
}
