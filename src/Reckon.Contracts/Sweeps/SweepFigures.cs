using System.Collections.Immutable;

namespace Reckon.Contracts.Sweeps;

/// <summary>How far a sweep is, with what a dashboard shows of it. Cheap: sums that are kept up, made for polling.</summary>
/// <param name="Status">How far it is.</param>
/// <param name="Runs">One for each run, in the order of strategies and ways of choosing; none where the sweep is not loaded.</param>
/// <param name="TotalWork">Work of all its trials that are to run, in generations; 0 where it is not loaded.</param>
/// <param name="OwnTime">How long ago its coordinator has taken it up.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-figures")]
public sealed record SweepFigures(
    [property: Id(0)] SweepStatus Status,
    [property: Id(1)] ImmutableArray<RunTally> Runs,
    [property: Id(2)] long TotalWork,
    [property: Id(3)] TimeSpan OwnTime);
