namespace Reckon.Contracts.Sweeps;

/// <summary>What was asked cannot be done to a sweep in its present phase. Nothing was changed.</summary>
[GenerateSerializer, Alias("reckon.sweep-phase-exception")]
public sealed class SweepPhaseException(string sweepId, string reason) : Exception($"The sweep '{sweepId}' {reason}")
{
    /// <summary>The id.</summary>
    [Id(0)]
    public string SweepId { get; } = sweepId;
}
