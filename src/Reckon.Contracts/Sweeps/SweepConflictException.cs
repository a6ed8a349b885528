namespace Reckon.Contracts.Sweeps;

/// <summary>A sweep's id is already taken by a sweep with another spec.</summary>
[GenerateSerializer, Alias("reckon.sweep-conflict")]
public sealed class SweepConflictException(string sweepId)
    : Exception($"The sweep '{sweepId}' exists with another spec. Use another name or folder for this one.")
{
    /// <summary>The id.</summary>
    [Id(0)]
    public string SweepId { get; } = sweepId;
}
