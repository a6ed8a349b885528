using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Reports;

/// <summary>What a summary says besides its numbers.</summary>
/// <param name="SpecHash">The sweep's <see cref="SweepHash"/>.</param>
/// <param name="CodeVersion">The version of the program that drew and judged.</param>
/// <param name="Grader">What graded.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Models">The models; their parameters price the tokens.</param>
public sealed record SummaryHeader(string SpecHash, string CodeVersion, GraderFacts Grader, DatasetFacts Dataset, ModelPairFacts Models)
{
    /// <summary>What the sweep was expected to cost; null where nothing was expected.</summary>
    public SweepEstimate? Estimate { get; init; }
}
