using System.Collections.Immutable;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tokens;
using Reckon.Search;
using Reckon.Search.Drawing;

namespace Reckon.Inference.Judging;

/// <summary>Writes problems and steps as a published verifier reads them.</summary>
/// <param name="tokenizer">The verifier's.</param>
/// <param name="layout">How it is asked.</param>
/// <param name="begin">The mark before the prompt; null for none.</param>
public sealed class LayoutSteps(ITokenizer tokenizer, VerifierLayout layout, int? begin) : IStepEncoder, IPromptEncoder
{
    private readonly ImmutableArray<int> _after = Written(tokenizer, layout.After);
    private readonly ImmutableArray<int> _end = Written(tokenizer, layout.End ?? layout.After);

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(Problem problem)
    {
        var parts = layout.Prompt.Split(TemplatePrompt.Placeholder);
        if (tokenizer.SpellsMark(layout.Prompt))
        {
            return Marked(
            [
                .. tokenizer.EncodeMarked(parts[0]),
                .. parts[0].Length == 0 ? tokenizer.Encode(problem.Question) : tokenizer.EncodeContinuation(problem.Question),
                .. Written(tokenizer, parts[1]),
            ]);
        }

        // Without marks the text is one: tokens may lie across its parts.
        return Marked(tokenizer.Encode(parts[0] + problem.Question + parts[1]));
    }

    Chunk IStepEncoder.Encode(Step step, int index) => Of(step.Text, index, _after);

    ImmutableArray<Chunk> IStepEncoder.Encode(Proposal proposal, int first)
    {
        var last = proposal.Ending == Ending.Finished ? proposal.Steps.Length - 1 : -1;
        return [.. proposal.Steps.Select((step, i) => Of(step.Text, first + i, i == last ? _end : _after))];
    }

    private static ImmutableArray<int> Written(ITokenizer tokenizer, string text) => text.Length == 0 ? [] : tokenizer.EncodeMarked(text, goesOn: true);

    private ImmutableArray<int> Marked(ImmutableArray<int> ids) =>
        begin is { } mark && (ids.IsEmpty || ids[0] != mark) ? [mark, .. ids] : ids;

    // A chunk ends where the score is; what follows that place in the layout begins the next.
    private Chunk Of(string text, int index, ImmutableArray<int> after)
    {
        var before = index == 0 ? layout.First : layout.Between;
        var step = tokenizer.SpellsMark(before)
            ? [.. Written(tokenizer, before), .. tokenizer.EncodeContinuation(text)]
            : tokenizer.EncodeContinuation(before + text);
        ImmutableArray<int> ids = [.. step, .. after];
        return new Chunk(ids.IsEmpty ? tokenizer.EncodeContinuation("\n") : ids);
    }
}
