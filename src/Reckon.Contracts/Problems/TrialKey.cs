namespace Reckon.Contracts.Problems;

/// <summary>Names one trial of a sweep.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Trial">The trial's place among the trials of a problem, from 0.</param>
[GenerateSerializer, Immutable, Alias("reckon.trial-key")]
public readonly record struct TrialKey([property: Id(0)] string ProblemId, [property: Id(1)] int Trial);
