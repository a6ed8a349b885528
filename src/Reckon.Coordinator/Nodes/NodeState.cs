using Reckon.Search.Drawing;

namespace Reckon.Coordinator.Nodes;

/// <summary>What a search node saves: what was drawn and, separately, how it was judged.</summary>
[GenerateSerializer, Alias("reckon.node-state")]
internal sealed class NodeState
{
    /// <summary>Tokens of the problem's prompt for the proposer.</summary>
    [Id(2)]
    public int PromptTokens { get; set; }

    /// <summary>Verdicts by each judging, under its key.</summary>
    [Id(3)]
    public Dictionary<string, NodeVerdicts> Verdicts { get; set; } = [];

    /// <summary>
    /// What was drawn, by index (see <see cref="ChildIndex"/>), each child as far as it was drawn. There may be gaps: a child can be asked
    /// for where those before it are known from elsewhere.
    /// </summary>
    [Id(4)]
    public Dictionary<int, Proposal> Children { get; set; } = [];
}
