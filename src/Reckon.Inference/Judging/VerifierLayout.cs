using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Reckon.Inference.Judging;

/// <summary>How a public verifier is asked: what it reads, and where its score is.</summary>
/// <remarks>Special tokens may be spelled in all texts. Every layout only appends, so what was read before is never read again.</remarks>
/// <param name="Name">As <c>reckon.json</c> names it.</param>
/// <param name="Prompt">The text before the first step; holds <c>{problem}</c> once.</param>
/// <param name="After">What follows each step; the score is at its last token.</param>
/// <param name="Head">How the output becomes a score.</param>
public sealed partial record VerifierLayout(string Name, string Prompt, string After, HeadKind Head)
{
    /// <summary>What stands before the first step.</summary>
    public string First { get; init; } = "";

    /// <summary>What stands before each later step.</summary>
    public string Between { get; init; } = "";

    /// <summary>What follows the last step of a finished answer, in place of <see cref="After"/>; null for the same.</summary>
    public string? End { get; init; }

    /// <summary>The token that says that a step is right, of <see cref="HeadKind.TwoTokens"/>.</summary>
    public string Good { get; init; } = "";

    /// <summary>The token that says that it is not.</summary>
    public string Bad { get; init; } = "";

    /// <summary>Whether <see cref="After"/> is one token, made for this or chosen for being rare. Default: yes.</summary>
    public bool HasMarker { get; init; } = true;

    /// <summary>Whether it judges whole answers only: scores of steps before the last mean little.</summary>
    public bool IsOutcomeOnly { get; init; }

    /// <summary>The special tokens of chats that it spells.</summary>
    public ImmutableArray<string> Marks =>
        [.. ChatMark().Matches(string.Concat(Prompt, First, Between, After, End)).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"<\|\w+\|>")]
    private static partial Regex ChatMark();
}
