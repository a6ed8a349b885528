namespace Reckon.Contracts.Problems;

/// <summary>A trial that has its outcome.</summary>
/// <param name="Trial">Its place among the trials of a problem, from 0.</param>
/// <param name="Outcome">The outcome as a JSON document of one line.</param>
[GenerateSerializer, Immutable, Alias("reckon.finished-trial")]
public sealed record FinishedTrial([property: Id(0)] int Trial, [property: Id(1)] string Outcome);
