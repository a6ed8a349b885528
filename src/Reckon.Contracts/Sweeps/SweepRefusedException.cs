namespace Reckon.Contracts.Sweeps;

/// <summary>The process that was asked cannot run the sweep. Nothing was saved.</summary>
[GenerateSerializer, Alias("reckon.sweep-refused")]
public sealed class SweepRefusedException(string sweepId, string reason) : Exception($"The sweep '{sweepId}' cannot be run. {reason}")
{
    /// <summary>The id.</summary>
    [Id(0)]
    public string SweepId { get; } = sweepId;
}
