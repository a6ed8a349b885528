using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Inference.Tokens;

/// <summary>Refuses prompts without tokens: no run could begin with one.</summary>
internal static class PromptCheck
{
    /// <summary>The prompt of <paramref name="problem"/>.</summary>
    /// <exception cref="ArgumentException">It has no tokens.</exception>
    public static ImmutableArray<int> EncodeOrThrow(this IPromptEncoder encoder, Problem problem) =>
        encoder.Encode(problem) is { IsDefaultOrEmpty: false } prompt
            ? prompt
            : throw new ArgumentException(
                $"The prompt of problem '{problem.Id}' has no tokens; the model's template gives at least one for any question.",
                nameof(problem));

    /// <summary>
    /// The prompt of a prefix, with the earlier answers that it sees: of those, the latest that leave room for
    /// <paramref name="answerTokens"/> in the context.
    /// </summary>
    /// <exception cref="ArgumentException">It has no tokens, or the model cannot be asked to revise.</exception>
    public static ImmutableArray<int> EncodeOrThrow(this IPromptEncoder encoder, Prefix prefix, int contextTokens, int answerTokens) =>
        prefix.Earlier.IsEmpty || encoder.EncodeRevision(prefix.Problem, []) is not null
            ? encoder.EncodeWhatFits(prefix, contextTokens, answerTokens)
            : throw new ArgumentException(
                "The model's folder does not say how the model is asked to revise an answer: prompt.revision is missing.", nameof(prefix));

    /// <summary>The same, but earlier answers are left out where the model cannot be shown any.</summary>
    /// <exception cref="ArgumentException">It has no tokens.</exception>
    public static ImmutableArray<int> EncodeWhatFits(this IPromptEncoder encoder, Prefix prefix, int contextTokens, int answerTokens)
    {
        var answers = prefix.Earlier.Select(answer => string.Join('\n', answer.Select(step => step.Text))).ToArray();
        for (var dropped = 0; dropped < answers.Length; dropped++)
        {
            if (encoder.EncodeRevision(prefix.Problem, answers.Skip(dropped)) is { } prompt && prompt.Length + answerTokens <= contextTokens)
            {
                return prompt;
            }
        }

        return encoder.EncodeOrThrow(prefix.Problem);
    }
}
