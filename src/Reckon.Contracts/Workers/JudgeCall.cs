using System.Collections.Immutable;

namespace Reckon.Contracts.Workers;

/// <summary>Continuations for one verifier on one device.</summary>
/// <param name="Pool">The pool of the model.</param>
/// <param name="Requests">What to judge.</param>
[GenerateSerializer, Immutable, Alias("reckon.judge-call")]
public sealed record JudgeCall([property: Id(0)] string Pool, [property: Id(1)] ImmutableArray<JudgeRequest> Requests);
