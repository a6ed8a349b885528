using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Search;

namespace Reckon.Contracts.Sweeps;

/// <summary>One problem of a sweep, and how far it is.</summary>
/// <param name="Place">Its place in the dataset's order, from 0.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Phase">Where it is in its life.</param>
/// <param name="Finished">Its trials that have an outcome, by place; none where they were not asked for.</param>
[GenerateSerializer, Immutable, Alias("reckon.problem-entry")]
public sealed record ProblemEntry(
    [property: Id(0)] int Place,
    [property: Id(1)] Problem Problem,
    [property: Id(2)] ProblemPhase Phase,
    [property: Id(3)] ImmutableArray<FinishedTrial> Finished);
