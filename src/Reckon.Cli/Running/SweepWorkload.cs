using System.Collections.Immutable;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Prompts;
using Reckon.Evaluation.Sweeps;
using Reckon.Inference.Folders;
using Reckon.Search;

namespace Reckon.Cli.Running;

/// <summary>Counts how long the texts of a sweep are, in its models' tokens.</summary>
/// <param name="spec">The sweep.</param>
/// <param name="proposer">Its proposer.</param>
/// <param name="verifier">Its verifier; null where nothing is judged.</param>
internal sealed class SweepWorkload(SweepSpec spec, ModelFolder proposer, ModelFolder? verifier)
{
    private const int EndMark = 1;

    /// <summary>The workload of the problems of <paramref name="dataset"/>, whose prompts are as long as <paramref name="sizes"/> say.</summary>
    public Workload Of(Dataset dataset, ImmutableArray<PromptSize> sizes) => WorkloadBuilder.Build(
        [.. dataset.Problems.Zip(sizes, (problem, size) => LengthsOf(problem, size, dataset.Solutions.GetValueOrDefault(problem.Id)))],
        verifier is not null, spec.Sampling.MaxStepTokens);

    private ProblemLengths LengthsOf(Problem problem, PromptSize size, string? solution)
    {
        var limits = new PromptLimits(
            proposer.Descriptor.Card.ContextTokens, verifier?.Descriptor.Card.ContextTokens, spec.Sampling.MaxAnswerTokens);
        var written = solution is null ? default : proposer.Tokenizer.Encode(solution);
        return new ProblemLengths(
            size.ProposerTokens,
            size.VerifierTokens,
            solution is null ? null : written.Length + EndMark,
            solution is null || verifier is null ? null : verifier.Tokenizer.Encode(solution).Length + EndMark,
            solution is null ? null : written.Count(token => token == proposer.Delimiter) + 1,
            limits.RoomAfter(size));
    }
}
