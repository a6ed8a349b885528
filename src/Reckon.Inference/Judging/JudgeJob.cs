using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference;

/// <summary>A request for scores, in the verifier's tokens.</summary>
/// <param name="prompt">The problem.</param>
/// <param name="prefix">One chunk a step.</param>
/// <param name="continuations">For each continuation, one chunk a step.</param>
/// <param name="intake">Where the continuations wait.</param>
internal sealed class JudgeJob(
    ImmutableArray<int> prompt,
    ImmutableArray<ImmutableArray<int>> prefix,
    ImmutableArray<ImmutableArray<ImmutableArray<int>>> continuations,
    Intake intake)
    : Job<JudgeReply>(intake, continuations.Length)
{
    public ImmutableArray<int> Prompt => prompt;

    public ImmutableArray<ImmutableArray<int>> Prefix => prefix;

    public ImmutableArray<ImmutableArray<ImmutableArray<int>>> Continuations => continuations;

    /// <summary>The longest text that has to be read.</summary>
    public int LongestTokens { get; } =
        prompt.Length + prefix.Sum(step => step.Length)
        + continuations.Select(steps => steps.Sum(step => step.Length)).DefaultIfEmpty(0).Max();
}
