using Reckon.Search;

namespace Reckon.Coordinator.Nodes;

/// <summary>What a search node remembers: its children.</summary>
[GenerateSerializer, Alias("reckon.node-state")]
internal sealed class NodeState
{
    /// <summary>Children drawn as single steps, by index.</summary>
    [Id(0)]
    public List<Child> Steps { get; set; } = [];

    /// <summary>Children drawn as whole answers, by index.</summary>
    [Id(1)]
    public List<Child> Answers { get; set; } = [];

    /// <summary>Tokens of the problem's prompt for the proposer.</summary>
    [Id(2)]
    public int PromptTokens { get; set; }

    /// <summary>Tokens of the problem's prompt for the verifier.</summary>
    [Id(3)]
    public int VerifierPromptTokens { get; set; }
}
