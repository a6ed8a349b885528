using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tokens;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Randomness;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Inference.Proposing;

/// <summary>A request for children, and how far it has come. Used by the engine's thread alone, but for its making.</summary>
internal sealed class ProposeJob(ExpandRequest request, ImmutableArray<int> prompt, int contextTokens, AdmissionLimit limit)
    : Job<ProposeReply>(request.Prefix, request.Count, limit)
{
    private readonly Proposal?[] _proposals = new Proposal?[request.Count];
    private readonly RandomKey _key = request.Prefix.Key;
    private int _outstanding = request.Count;

    // Small, because a chunk only costs a node. Prompts share whole chunks, so of what two have in common fewer tokens than this are
    // read twice.
    private const int PromptChunkTokens = 16;

    public ImmutableArray<int> Prompt => prompt;

    /// <summary>The tokens of the prefix's steps. They are read one by one, as they were when they were sampled.</summary>
    public ImmutableArray<int> Replay { get; } = [.. request.Prefix.Steps.SelectMany(step => step.Tokens)];

    /// <summary>
    /// The text as it is cached: the prompt's chunks, an empty one that marks the end of the prompt, and one per step. A step is read by
    /// other runs than a prompt is, so it must never be taken for a piece of a longer prompt.
    /// </summary>
    public ImmutableArray<Chunk> Chunks { get; } =
        [.. PromptChunks.Of(prompt, PromptChunkTokens), new Chunk([]), .. request.Prefix.Steps.Select(step => new Chunk(step.Tokens))];

    /// <summary>The place of the empty chunk; the first step follows it.</summary>
    public int PromptEnd => Chunks.Length - 1 - request.Prefix.Steps.Length;

    /// <summary>The end of the prefix in the prefix cache; null when it is not cached.</summary>
    public PrefixNode<float[]>? Node { get; set; }

    public int Count => request.Count;

    /// <summary>How its tokens are sampled.</summary>
    public Sampling Sampling => request.Sampling;

    /// <summary>Tokens left for a child, by the answer's limit and the context.</summary>
    public int RoomTokens => Math.Min(
        request.Sampling.MaxAnswerTokens - Replay.Length,
        contextTokens - prompt.Length - Replay.Length);

    /// <summary>The text of all children before any of them has written anything: they write it together.</summary>
    public Continuation NewContinuation(ITokenizer tokenizer, TokenRules rules)
    {
        var limits = new ContinuationLimits(request.Extent, request.Sampling, RoomTokens);
        ImmutableArray<Sibling> siblings =
            [.. Enumerable.Range(0, Count).Select(child => new Sibling(child, _key.Child(request.IndexAt(child))))];
        var own = request.Sampling.StepDelimiter is { } delimiter ? rules with { Delimiter = delimiter } : rules;
        return new Continuation(tokenizer, own, limits, siblings, PathSoFar(), Stops(tokenizer), TakenTexts.Of(request.Taken));
    }

    /// <summary>Takes a child that is done, and returns whether it was the last.</summary>
    public bool Finish(int child, Proposal proposal)
    {
        _proposals[child] = proposal;
        return --_outstanding == 0;
    }

    /// <summary>Replies, after the last child.</summary>
    public void Publish() => Succeed(new ProposeReply([.. _proposals!], prompt.Length));

    private PathTokens? PathSoFar() => PathTokens.MatterTo(request.Sampling) ? PathTokens.Of(prompt.AsSpan(), Replay.AsSpan()) : null;

    private StopDetector? Stops(ITokenizer tokenizer) => request.Sampling.Stop.IsEmpty
        ? null
        : new StopDetector(request.Sampling.Stop, request.Prefix.Steps.Select(step => tokenizer.Decode(step.Tokens.AsSpan())));
}
