using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Controls;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Reports;

/// <summary>A sweep's results. Apart from <paramref name="Timing"/>, a pure function of the spec, the contents and the code.</summary>
/// <param name="Name">The sweep's name.</param>
/// <param name="SpecHash">The sweep's <see cref="SweepHash"/>.</param>
/// <param name="CodeVersion">The version of the program that drew and judged.</param>
/// <param name="Grader">What graded.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Models">The models.</param>
/// <param name="Runs">One for each strategy and way of choosing that has outcomes, each in the spec's order.</param>
/// <param name="Pools">The accuracy of smaller samples, for each run and aggregation whose pools were read; null where none was.</param>
/// <param name="Timing">How long it took; null where it was not measured.</param>
/// <param name="Ties">What counts where answers are tied; null where it is the first.</param>
/// <param name="Control">What scores come from instead of the verifier alone; null in a sweep that is no control.</param>
public sealed record SweepSummary(
    string Name,
    string SpecHash,
    string CodeVersion,
    GraderFacts Grader,
    DatasetFacts Dataset,
    ModelPairFacts Models,
    ImmutableArray<RunSummary> Runs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<PoolSummary>? Pools = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Timing? Timing = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TieRule? Ties = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VerifierControl? Control = null)
{
    /// <summary>What revisions do, for each run whose answers form chains, in the spec's order; null where none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ChainSummary>? Chains { get; init; }

    /// <summary>What all trials are charged together; null in older summaries.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TotalCost? Cost { get; init; }

    /// <summary>What it was expected to cost, and what it cost; null where nothing was expected.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EstimateCheck? Estimate { get; init; }

    /// <summary>Ids of the problems that the sweep's own budget left out, in the dataset's order; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? NotRun { get; init; }

    /// <summary>Whether a limit on time or on a bill changed what was drawn: another run may give other results.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DependsOnTime { get; init; }
}
