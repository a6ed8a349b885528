using System.Collections.Immutable;

namespace Reckon.Contracts.Problems;

/// <summary>What a problem has finished so far.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Outcomes">For each finished trial, its outcome document.</param>
/// <param name="Failures">Trials that ended without an outcome.</param>
/// <param name="IsComplete">Whether no trial is left to run.</param>
[GenerateSerializer, Immutable, Alias("reckon.problem-report")]
public sealed record ProblemReport(
    [property: Id(0)] string ProblemId,
    [property: Id(1)] ImmutableArray<FinishedTrial> Outcomes,
    [property: Id(2)] ImmutableArray<TrialFailure> Failures,
    [property: Id(3)] bool IsComplete);
