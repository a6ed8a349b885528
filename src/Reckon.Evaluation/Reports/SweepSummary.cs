using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Reports;

/// <summary>A sweep's results. Apart from <paramref name="Timing"/>, a pure function of the spec, the contents and the code.</summary>
/// <param name="Name">The sweep's name.</param>
/// <param name="SpecHash">The sweep's <see cref="SweepHash"/>.</param>
/// <param name="CodeVersion">The version of the program that drew and judged.</param>
/// <param name="Grader">What graded.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Models">The models.</param>
/// <param name="Runs">One for each strategy and rule that has outcomes, strategies in the spec's order, rules in theirs.</param>
/// <param name="Pools">The accuracy of smaller samples, for each run whose pools were read; null where none was.</param>
/// <param name="Estimate">What it was expected to cost, and what it cost; null where nothing was expected.</param>
/// <param name="Timing">How long it took; null where it was not measured.</param>
public sealed record SweepSummary(
    string Name,
    string SpecHash,
    string CodeVersion,
    GraderFacts Grader,
    DatasetFacts Dataset,
    ModelPairFacts Models,
    ImmutableArray<RunSummary> Runs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<PoolSummary>? Pools = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EstimateCheck? Estimate = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Timing? Timing = null);
