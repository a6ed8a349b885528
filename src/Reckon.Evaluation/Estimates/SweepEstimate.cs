using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Estimates;

/// <summary>What a sweep is expected to cost before it starts. A pure function of spec, dataset and models.</summary>
/// <param name="Name">The sweep's name.</param>
/// <param name="Problems">Problems.</param>
/// <param name="Seeds">Seeds.</param>
/// <param name="Trials">Trials of all runs.</param>
/// <param name="Workload">The lengths that everything else follows from.</param>
/// <param name="Runs">One for each strategy, in the spec's order.</param>
/// <param name="Nominal">The sum over all trials, each counted as if it ran alone: what the results will say.</param>
/// <param name="LongestTokens">Tokens of both models, nominally, where every answer is as long as it may be.</param>
/// <param name="Shared">
/// What the devices are expected to do, roughly at most: each prompt is read once, and what several searches draw alike from the root is
/// drawn once. Steps that happen to be shared further down, and answers with equal texts, which are judged once, are not foreseen.
/// </param>
/// <param name="SharedGenerated">The tokens of <paramref name="Shared"/> that are drawn.</param>
public sealed record SweepEstimate(
    string Name,
    int Problems,
    int Seeds,
    long Trials,
    Workload Workload,
    ImmutableArray<RunEstimate> Runs,
    TotalEstimate Nominal,
    double LongestTokens,
    TotalEstimate Shared,
    double SharedGenerated)
{
    /// <summary>The currency of the models' prices; null where none has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }
}
