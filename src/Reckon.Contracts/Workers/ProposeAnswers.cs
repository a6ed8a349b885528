using System.Collections.Immutable;

namespace Reckon.Contracts.Workers;

/// <summary>A worker's answer to a call to draw.</summary>
/// <param name="Answers">One for each request, in order.</param>
/// <param name="Report">The worker's figures after that, for the pool of the call: several routers share a worker.</param>
[GenerateSerializer, Immutable, Alias("reckon.propose-answers")]
public sealed record ProposeAnswers([property: Id(0)] ImmutableArray<ProposeAnswer> Answers, [property: Id(1)] WorkerReport? Report);
