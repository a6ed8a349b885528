using System.Collections.Immutable;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Prompts;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Cli.Running;

/// <summary>Tells how long the texts of a sweep are, in its models' tokens.</summary>
/// <param name="spec">The sweep.</param>
/// <param name="proposer">Its proposer.</param>
/// <param name="verifier">Its verifier; null where nothing is judged.</param>
internal sealed class SweepWorkload(SweepSpec spec, SweepModel proposer, SweepModel? verifier)
{
    private const int EndMark = 1;

    private PromptLimits Limits =>
        new(proposer.Description.ContextTokens, verifier?.Description.ContextTokens, spec.Sampling.MaxAnswerTokens);

    /// <summary>The workload of the problems whose prompts are as long as <paramref name="sizes"/> say.</summary>
    /// <param name="places">Where each of them is among the texts that the models have read.</param>
    /// <param name="sizes">How long their prompts are.</param>
    public Workload Of(ImmutableArray<int> places, ImmutableArray<PromptSize> sizes) => WorkloadBuilder.Build(
        [.. places.Zip(sizes, LengthsOf)], verifier is not null, spec.Sampling.MaxStepTokens);

    private ProblemLengths LengthsOf(int place, PromptSize size)
    {
        var written = proposer.Texts[place];
        return new ProblemLengths(
            size.ProposerTokens,
            size.VerifierTokens,
            written.SolutionTokens + EndMark,
            verifier?.Texts[place].SolutionTokens + EndMark,
            written.SolutionSteps,
            Limits.RoomAfter(size));
    }
}
