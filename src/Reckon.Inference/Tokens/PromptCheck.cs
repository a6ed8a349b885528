using System.Collections.Immutable;
using Reckon.Search;

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
}
