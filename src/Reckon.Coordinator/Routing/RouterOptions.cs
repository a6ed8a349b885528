using System.ComponentModel.DataAnnotations;

namespace Reckon.Coordinator.Routing;

/// <summary>Limits of a silo's routers and of its view of the workers. They affect speed, never results.</summary>
public sealed class RouterOptions
{
    /// <summary>Requests that a router accepts, waiting and sent; further senders wait. 1 to 1,000,000. Default: 4,096.</summary>
    [Range(1, 1_000_000)]
    public int MaxWaiting { get; set; } = 4_096;

    /// <summary>
    /// How often workers may fail on a request before its sender gets the failure. A worker that is full or out of reach does not count.
    /// 1 to 1,000. Default: 8.
    /// </summary>
    [Range(1, 1_000)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>
    /// How long a worker that was full, or failed once, rests before it is tried again; doubled after each further failure.
    /// 1 ms to 1 min. Default: 50 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan Backoff { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The longest that a worker rests, even if <see cref="Backoff"/> is longer. 1 ms to 10 min. Default: 5 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Searches for which a router remembers the workers that hold their prefixes; no more than the searches that run at once are of use.
    /// 1 to 1,000,000. Default: 4,096.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxRememberedSearches { get; set; } = 4_096;

    /// <summary>
    /// How often a worker that has something of this silo is asked for a sign of life, and how often late requests are looked for.
    /// 10 ms to 1 min. Default: 500 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long a worker may take to give that sign. One that takes longer gets nothing until it gives one, and what it has is also
    /// sent elsewhere. 10 ms to 1 min. Default: 1 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan HeartbeatPatience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A request that takes so many times as long as its like took at that worker is also sent to another. 2 to 1,000. Default: 4.
    /// </summary>
    [Range(2, 1_000)]
    public int LateFactor { get; set; } = 4;

    /// <summary>No request counts as late before, however fast its like is. 10 ms to 10 min. Default: 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan LateFloor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often the cluster's membership is checked for workers that joined or left. The check is cheap: the membership is in
    /// memory. 10 ms to 1 min. Default: 250 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan WorkerRefreshInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long a new worker may take to say what it serves, before it is asked again; other newcomers wait as long.
    /// 10 ms to 1 min. Default: 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan DescribeTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
