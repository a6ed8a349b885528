using System.Collections.Immutable;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tokens;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Judging;

/// <summary>
/// Writes steps in the form that a verifier reads: the text in its own tokens, then a mark, whose position has the score.
/// </summary>
/// <param name="tokenizer">The verifier's.</param>
/// <param name="delimiter">The mark after a step.</param>
/// <param name="end">The mark after the last step of a finished text.</param>
public sealed class StepEncoder(ITokenizer tokenizer, int delimiter, int end) : IStepEncoder
{
    Chunk IStepEncoder.Encode(Step step, int index) => Encode(step);

    ImmutableArray<Chunk> IStepEncoder.Encode(Proposal proposal, int first) => Encode(proposal);

    /// <summary>The ids of a step that another may follow.</summary>
    internal Chunk Encode(Step step) => new([.. tokenizer.Encode(step.Text), delimiter]);

    /// <summary>The ids of each step of a continuation.</summary>
    internal ImmutableArray<Chunk> Encode(Proposal proposal)
    {
        var last = proposal.Ending == Ending.Finished ? proposal.Steps.Length - 1 : -1;
        return [.. proposal.Steps.Select((step, i) => i == last ? new Chunk([.. tokenizer.Encode(step.Text), end]) : Encode(step))];
    }
}
