using System.ComponentModel.DataAnnotations;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Limits of a coordinator. They affect speed, never results.</summary>
public sealed class CoordinatorOptions
{
    /// <summary>
    /// The most problems of a sweep that run at once. How many do is decided by <see cref="OutstandingFactor"/>: this limits the memory that they
    /// take. Default: 10,000.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxProblemsRunning { get; set; } = 10_000;

    /// <summary>
    /// How many times as much as the workers run at once may be outstanding: enough to fill the batches, little enough that each problem makes
    /// progress. Default: 3.
    /// </summary>
    [Range(1, 100)]
    public int OutstandingFactor { get; set; } = 3;

    /// <summary>How often a coordinator asks how much the workers can run and how much is outstanding. Default: 250 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:00.500")]
    public TimeSpan LoadInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the running problems are asked whether they run, which restarts those of a lost silo. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(5);
}
