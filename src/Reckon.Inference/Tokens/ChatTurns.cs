using System.Collections.Immutable;

namespace Reckon.Inference.Tokens;

/// <summary>What is said before a problem, and after an answer that is to be revised.</summary>
public sealed record ChatTurns
{
    /// <summary>What a model is told first; null where the template says what it says by itself.</summary>
    public string? System { get; init; }

    /// <summary>Turns that show how problems are solved: a question and its answer, one after the other.</summary>
    public ImmutableArray<ChatMessage> Examples { get; init; } = [];

    /// <summary>How the model is asked to revise its last answer.</summary>
    public string Revise { get; init; } = "Look at your answer again, correct what is wrong, and solve the problem once more.";
}
