namespace Reckon.Contracts.Workers;

/// <summary>What became of a request at a worker.</summary>
public enum WorkStatus
{
    /// <summary>Done: the reply is there.</summary>
    Done,

    /// <summary>No room now; another worker, or the same one later, may take it.</summary>
    Busy,

    /// <summary>The request cannot be served as it is; repeating it elsewhere would not help.</summary>
    Rejected,

    /// <summary>The device or the model failed; another worker may succeed.</summary>
    Failed,
}
