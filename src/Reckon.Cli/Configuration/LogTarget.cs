namespace Reckon.Cli.Configuration;

/// <summary>Where a process of a cluster writes its log.</summary>
internal enum LogTarget
{
    /// <summary>Standard error; what people read goes beside it, as text.</summary>
    Error,

    /// <summary>Standard output, and nothing else goes there or to standard error: what would be said to people is an event too.</summary>
    Output,
}
