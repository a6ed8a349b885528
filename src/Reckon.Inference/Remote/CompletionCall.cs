using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Remote;

/// <summary>What is asked of a server: one continuation.</summary>
/// <param name="Prompt">The text so far, in ids.</param>
/// <param name="MaxTokens">The most that may be written; at least 1.</param>
/// <param name="Seed">Of its random numbers.</param>
/// <param name="Sampling">How it is drawn.</param>
/// <param name="Stops">Texts after which it ends.</param>
internal sealed record CompletionCall(
    ImmutableArray<int> Prompt, int MaxTokens, ulong Seed, Sampling Sampling, ImmutableArray<string> Stops);
