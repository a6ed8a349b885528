using System.ComponentModel.DataAnnotations;

namespace Reckon.Coordinator;

/// <summary>Limits of a router. They affect speed, never results.</summary>
public sealed class RouterOptions
{
    /// <summary>Requests that may wait in one router; more wait with whoever sends them. Default: 4,096.</summary>
    [Range(1, 1_000_000)]
    public int MaxWaiting { get; set; } = 4_096;

    /// <summary>How often a request is sent before its failure is reported. Default: 8.</summary>
    [Range(1, 1_000)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How long a worker that was full or failing is left alone. Default: 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan Backoff { get; set; } = TimeSpan.FromMilliseconds(50);
}
