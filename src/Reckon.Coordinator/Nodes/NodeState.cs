using Reckon.Search.Drawing;

namespace Reckon.Coordinator.Nodes;

/// <summary>What a search node saves: what was drawn and, separately, how it was judged.</summary>
[GenerateSerializer, Alias("reckon.node-state")]
internal sealed class NodeState
{
    /// <summary>What was drawn as single steps, by index.</summary>
    [Id(0)]
    public List<Proposal> Steps { get; set; } = [];

    /// <summary>What was drawn as whole answers, by index.</summary>
    [Id(1)]
    public List<Proposal> Answers { get; set; } = [];

    /// <summary>Tokens of the problem's prompt for the proposer.</summary>
    [Id(2)]
    public int PromptTokens { get; set; }

    /// <summary>Verdicts by each judging, under its key.</summary>
    [Id(3)]
    public Dictionary<string, NodeVerdicts> Verdicts { get; set; } = [];

    /// <summary>Children that are not simply sampled, by index: see <see cref="ChildIndex"/>.</summary>
    [Id(4)]
    public Dictionary<int, Proposal> Others { get; set; } = [];
}
