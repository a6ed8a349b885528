using Reckon.Contracts.Problems;

namespace Reckon.Coordinator.Problems;

/// <summary>What a problem remembers: the outcomes of its finished trials.</summary>
[GenerateSerializer, Alias("reckon.problem-state")]
internal sealed class ProblemState
{
    /// <summary>The sweep's hash that the outcomes belong to.</summary>
    [Id(0)]
    public string SpecHash { get; set; } = "";

    /// <summary>Finished trials, in the order in which they finished.</summary>
    [Id(1)]
    public List<FinishedTrial> Finished { get; set; } = [];
}
