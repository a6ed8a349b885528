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
}
