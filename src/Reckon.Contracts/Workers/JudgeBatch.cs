using System.Collections.Immutable;

namespace Reckon.Contracts.Workers;

/// <summary>Continuations for one verifier on one device.</summary>
/// <param name="Pool">The pool whose model is meant.</param>
/// <param name="Requests">What is to be judged.</param>
[GenerateSerializer, Immutable, Alias("reckon.judge-batch")]
public sealed record JudgeBatch([property: Id(0)] string Pool, [property: Id(1)] ImmutableArray<JudgeRequest> Requests);
