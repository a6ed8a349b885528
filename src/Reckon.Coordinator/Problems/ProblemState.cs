using Reckon.Contracts.Problems;

namespace Reckon.Coordinator.Problems;

/// <summary>What a problem remembers: the outcomes of its finished trials.</summary>
[GenerateSerializer, Alias("reckon.problem-state")]
internal sealed class ProblemState
{
    /// <summary>What the outcomes belong to: the sweep's hash, and the form in which they are written.</summary>
    [Id(0)]
    public string Owner { get; set; } = "";

    /// <summary>Finished trials, in the order in which they finished.</summary>
    [Id(1)]
    public List<FinishedTrial> Finished { get; set; } = [];
}
