using System.ComponentModel.DataAnnotations;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Limits of a coordinator. They affect speed, never results.</summary>
public sealed class CoordinatorOptions
{
    /// <summary>Problems that run at once: enough to fill the batches, few enough that each makes progress. Default: 32.</summary>
    [Range(1, 100_000)]
    public int MaxProblemsRunning { get; set; } = 32;

    /// <summary>How often the running problems are asked whether they run, which restarts those of a lost silo. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(5);
}
