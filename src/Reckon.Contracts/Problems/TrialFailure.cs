namespace Reckon.Contracts.Problems;

/// <summary>A trial that could not be run to its end. It has no outcome; running the sweep again tries it again.</summary>
/// <param name="Trial">Which.</param>
/// <param name="Reason">What went wrong, in a sentence.</param>
[GenerateSerializer, Immutable, Alias("reckon.trial-failure")]
public sealed record TrialFailure([property: Id(0)] TrialKey Trial, [property: Id(1)] string Reason);
