using Reckon.Contracts.Sweeps;

namespace Reckon.Coordinator.Sweeps;

/// <summary>What a coordinator saves. Outcomes stay with their problems, which report them again when asked.</summary>
[GenerateSerializer, Alias("reckon.coordinator-state")]
internal sealed class CoordinatorState
{
    /// <summary>The sweep; null before one was submitted.</summary>
    [Id(0)]
    public SweepSubmission? Submission { get; set; }

    /// <summary>Whether the sweep was stopped on request.</summary>
    [Id(1)]
    public bool IsStopped { get; set; }

    /// <summary>Problems that were admitted. Kept only where the sweep has a budget of its own.</summary>
    [Id(2)]
    public int Admitted { get; set; }

    /// <summary>Time that the sweep has run, pauses left out. Kept only where the sweep has a budget of its own.</summary>
    [Id(3)]
    public TimeSpan Elapsed { get; set; }
}
