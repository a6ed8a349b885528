using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Tokens;

/// <summary>What is said before a problem, and after an answer that is to be revised.</summary>
public sealed record ChatTurns
{
    /// <summary>What a model is told first; null where the template says what it says by itself.</summary>
    public string? System { get; init; }

    /// <summary>Problems that are shown with their solutions.</summary>
    public ImmutableArray<WorkedExample> Examples { get; init; } = [];

    /// <summary>How the model is asked to revise its last answer.</summary>
    public string Revise { get; init; } = "Look at your answer again, correct what is wrong, and solve the problem once more.";

    /// <summary>These turns with what <paramref name="preface"/> says in their place.</summary>
    public ChatTurns With(Preface preface) => this with
    {
        System = preface.System ?? System,
        Examples = preface.Examples.IsEmpty ? Examples : preface.Examples,
    };

    /// <summary>Which of <paramref name="messages"/> a template has left out of <paramref name="text"/>; null for none. It may trim them.</summary>
    internal static string? LeftOut(IEnumerable<ChatMessage> messages, string text)
    {
        ChatMessage[] all = [.. messages];
        return all.Index().Where(turn => !text.Contains(turn.Item.Content.Trim(), StringComparison.Ordinal)).Select(turn => turn.Item.Role switch
        {
            "system" => "the system text",
            "user" when turn.Index == all.Length - 1 => "the problem",
            _ => "the examples",
        }).FirstOrDefault();
    }

    /// <summary>Two turns for each of <paramref name="examples"/>: the problem as the user's, its solution as the model's.</summary>
    public static ImmutableArray<ChatMessage> TurnsOf(IEnumerable<WorkedExample> examples) =>
    [
        .. examples.SelectMany(example => new[]
        {
            new ChatMessage("user", example.Problem), new ChatMessage("assistant", example.Solution),
        }),
    ];
}
