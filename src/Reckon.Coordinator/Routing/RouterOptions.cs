using System.ComponentModel.DataAnnotations;

namespace Reckon.Coordinator.Routing;

/// <summary>Limits of a router. They affect speed, never results.</summary>
public sealed class RouterOptions
{
    /// <summary>Requests that one router takes, waiting and sent; more wait with whoever sends them. Default: 4,096.</summary>
    [Range(1, 1_000_000)]
    public int MaxWaiting { get; set; } = 4_096;

    /// <summary>How often workers may fail on a request before its failure is reported. Default: 8.</summary>
    [Range(1, 1_000)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How long a worker that was full, or failed once, is left alone; twice as long after each further failure. Default: 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan Backoff { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest that a failing worker is left alone. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(5);
}
