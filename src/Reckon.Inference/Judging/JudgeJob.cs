using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Search.Costs;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Inference.Judging;

/// <summary>A request for scores, in the verifier's tokens.</summary>
/// <param name="place">Whose work it is, and of which problem.</param>
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
    : Job<JudgeReply>(limit, continuations.Length)
{
    // Long enough that the prompt of a short question is read by one run, short enough that a long preamble is shared.
    private const int PromptChunkTokens = 64;

    /// <summary>Whose work it is.</summary>
    public string Owner => place.Owner;

    /// <summary>Whose turn it takes among the owner's.</summary>
    public string Problem => place.Problem.Id;

    /// <summary>Its size among others: continuations, and at least 1.</summary>
    public int Cost => Math.Max(1, continuations.Length);

    public int PromptTokens => prompt.Length;

    /// <summary>The problem, in chunks that other problems may begin with too.</summary>
    public ImmutableArray<Chunk> Prompt { get; } = PromptChunks.Of(prompt, PromptChunkTokens);

    public ImmutableArray<Chunk> Prefix => prefix;

    public ImmutableArray<ImmutableArray<Chunk>> Continuations => continuations;

    /// <summary>The longest text that has to be read.</summary>
    public int LongestTokens { get; } =
        prompt.Length + prefix.Sum(step => step.Length)
        + continuations.Select(steps => steps.Sum(step => step.Length)).DefaultIfEmpty(0).Max();

    /// <summary>The answer that says what <paramref name="scores"/> say, one row for each continuation, and what was read for it.</summary>
    public JudgeReply ReplyOf(IEnumerable<ImmutableArray<double>> scores) => new(
        [.. scores.Zip(continuations, (row, steps) => new Verdict(row, [.. steps.Select(step => step.Length)]))], PromptTokens);
}
