using Reckon.Search.Judging;

namespace Reckon.Coordinator.Nodes;

/// <summary>One verifier's verdicts on a node's children. Truncated ones have none.</summary>
[GenerateSerializer, Alias("reckon.node-verdicts")]
internal sealed class NodeVerdicts
{
    /// <summary>Verdicts on single steps, by the child's index.</summary>
    [Id(0)]
    public Dictionary<int, Verdict> Steps { get; set; } = [];

    /// <summary>Verdicts on whole answers, by the child's index.</summary>
    [Id(1)]
    public Dictionary<int, Verdict> Answers { get; set; } = [];

    /// <summary>Tokens of the problem's prompt for the verifier.</summary>
    [Id(2)]
    public int PromptTokens { get; set; }
}
