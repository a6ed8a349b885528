using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tokens;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Inference.Judging;

/// <summary>A request for scores, in the verifier's tokens.</summary>
/// <param name="place">The search and the problem that it belongs to.</param>
/// <param name="prompt">The problem.</param>
/// <param name="prefix">One chunk a step.</param>
/// <param name="continuations">For each continuation, one chunk a step.</param>
/// <param name="limit">Where the continuations wait.</param>
internal sealed class JudgeJob(
    Prefix place,
    ImmutableArray<int> prompt,
    ImmutableArray<Chunk> prefix,
    ImmutableArray<ImmutableArray<Chunk>> continuations,
    AdmissionLimit limit)
    : Job<JudgeReply>(place, continuations.Length, limit)
{
    // Long enough that a short prompt is read by one run; short enough that a long preamble is shared.
    private const int PromptChunkTokens = 64;

    /// <summary>A request in the tokens of a verifier.</summary>
    /// <param name="encoder">How a problem is put to it.</param>
    /// <param name="steps">How steps are.</param>
    /// <param name="prefix">The path so far.</param>
    /// <param name="proposals">What is judged.</param>
    /// <param name="contextTokens">The longest text that it reads.</param>
    /// <param name="limit">Where they wait.</param>
    public static JudgeJob Of(
        IPromptEncoder encoder, IStepEncoder steps, Prefix prefix, ImmutableArray<Proposal> proposals, int contextTokens, AdmissionLimit limit)
    {
        ImmutableArray<Chunk> before = [.. prefix.Steps.Select(steps.Encode)];
        ImmutableArray<ImmutableArray<Chunk>> after = [.. proposals.Select(proposal => steps.Encode(proposal, prefix.Steps.Length))];
        var tokens = prefix.Earlier.IsEmpty ? 0 : LengthOf(before) + after.Select(LengthOf).DefaultIfEmpty().Max();
        return new JudgeJob(prefix, encoder.EncodeWhatFits(prefix, contextTokens, tokens), before, after, limit);
    }

    public int PromptTokens => prompt.Length;

    /// <summary>The problem, in chunks that other prompts may begin with too.</summary>
    public ImmutableArray<Chunk> Prompt { get; } = PromptChunks.Of(prompt, PromptChunkTokens);

    public ImmutableArray<Chunk> Prefix => prefix;

    public ImmutableArray<ImmutableArray<Chunk>> Continuations => continuations;

    /// <summary>The longest text that has to be read.</summary>
    public int LongestTokens { get; } =
        prompt.Length + prefix.Sum(step => step.Length)
        + continuations.Select(steps => steps.Sum(step => step.Length)).DefaultIfEmpty(0).Max();

    /// <summary>The reply with <paramref name="scores"/>, one row for each continuation, and the tokens that were read for them.</summary>
    public JudgeReply ReplyOf(IEnumerable<ImmutableArray<double>> scores) => new(
        [.. scores.Zip(continuations, (row, steps) => new Verdict(row, [.. steps.Select(step => step.Length)]))], PromptTokens);

    /// <summary>Why it cannot be judged, where its longest text is above <paramref name="contextTokens"/>.</summary>
    public TextTooLongException TooLong(int contextTokens) =>
        new($"The longest path of problem '{Problem}' to judge", LongestTokens, contextTokens);

    private static int LengthOf(ImmutableArray<Chunk> chunks) => chunks.Sum(chunk => chunk.Length);
}
