using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Prompts;

/// <summary>
/// Finds the problems that do not fit the models, before anything starts. A trial of such a problem could only fail. An answer that merely
/// has less room than the sampling allows is cut off where the context ends, as at any other limit.
/// </summary>
public static class PromptFit
{
    /// <summary>Whether a prompt of <paramref name="size"/>, with the longest answer that may follow it, fits both models.</summary>
    /// <remarks>Where the models have different vocabularies, an answer is counted as the same number of tokens for both.</remarks>
    public static bool Fits(PromptSize size, PromptLimits limits) => Fault(size, limits) is null;

    /// <summary>A fault for each of <paramref name="sizes"/> that does not fit.</summary>
    /// <param name="sizes">The prompts.</param>
    /// <param name="limits">What they must fit.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static ImmutableArray<Diagnostic> Faults(IEnumerable<PromptSize> sizes, PromptLimits limits, string fileName) =>
    [
        .. sizes.Select(size => Fault(size, limits)).OfType<(string Message, string Remedy)>().Select(fault => new Diagnostic(
            fileName, 0, 0, "dataset", fault.Message,
            $"{fault.Remedy}, take the problem out, or leave out all such problems with 'onOverlong: skip'")),
    ];

    /// <summary>
    /// Says how many of <paramref name="sizes"/>, which fit, leave an answer less room than the sampling allows; null for none.
    /// </summary>
    public static string? NoteOfShortRoom(IEnumerable<PromptSize> sizes, PromptLimits limits)
    {
        var rooms = sizes.Select(limits.RoomAfter).ToList();
        var cut = rooms.Where(room => room < limits.MaxAnswerTokens).ToList();
        return cut.Count == 0
            ? null
            : $"on {cut.Count} of {rooms.Count} problems the prompt leaves an answer fewer than the {limits.MaxAnswerTokens} tokens of"
                + $" sampling.maxAnswerTokens, at least {cut.Min()}: the proposer's context has {limits.ProposerContext}."
                + " Longer answers are cut off.";
    }

    private static (string Message, string Remedy)? Fault(PromptSize size, PromptLimits limits)
    {
        var room = limits.RoomAfter(size);
        if (room < 1)
        {
            return (
                $"the prompt of problem {Quoted.Of(size.ProblemId)} takes {size.ProposerTokens} tokens, and the proposer's context has"
                + $" {limits.ProposerContext}: not one token of an answer fits",
                "Use a proposer with a longer context");
        }

        return size.VerifierTokens is { } prompt && limits.VerifierContext is { } context && prompt + room > context
            ? (
                $"the prompt of problem {Quoted.Of(size.ProblemId)} takes {prompt} tokens for the verifier and its answer up to {room},"
                + $" and the verifier's context has {context}",
                context - prompt < 1
                    ? "Use a verifier with a longer context"
                    : $"Lower sampling.maxAnswerTokens to {context - prompt}, use a verifier with a longer context")
            : null;
    }
}
